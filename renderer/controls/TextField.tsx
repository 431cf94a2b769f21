import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import './TextField.css';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children'> {
  readonly label: ReactNode;
  readonly description?: ReactNode;
  /** What is wrong with the value, in words; shown in place. */
  readonly error?: ReactNode;
  readonly placeholder?: string;
  /** More than one line. */
  readonly rows?: number;
  readonly className?: string;
}

export function TextField({ label, description, error, placeholder, rows, className = '', ...rest }: TextFieldProps) {
  const hint = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField {...rest} isInvalid={Boolean(error)} className={`field ${className}`}>
      <Label className="field-label">{label}</Label>
      {rows ? (
        <TextArea className="field-input" rows={rows} {...hint} dir="auto" />
      ) : (
        <Input className="field-input" {...hint} dir="auto" />
      )}
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
