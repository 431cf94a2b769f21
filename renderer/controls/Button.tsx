import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import './Button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  /** `primary`: the one thing to do here. `plain`: ink without a frame. `danger`: takes something away. */
  readonly tone?: 'primary' | 'quiet' | 'plain' | 'danger';
  readonly size?: 'small' | 'medium';
  readonly icon?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
}

export function Button({ tone = 'quiet', size = 'medium', icon, className = '', children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${tone} button-${size} ${className}`}>
      {icon}
      {children}
    </AriaButton>
  );
}
