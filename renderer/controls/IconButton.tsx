import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Tooltip } from './Tooltip.tsx';
import './Button.css';
import './IconButton.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  /** The name, read aloud and shown on hover and focus. */
  readonly label: string;
  /** Its key, shown beside the name. */
  readonly keys?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button that is a picture; its name appears on hover and on focus. */
export function IconButton({ label, keys, className = '', children, ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} {...(keys ? { keys } : {})}>
      <AriaButton {...rest} aria-label={label} className={`button button-plain icon-button ${className}`}>
        {children}
      </AriaButton>
    </Tooltip>
  );
}
