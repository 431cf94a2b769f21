import { useCallback, type ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import type { MessageId } from './catalog.ts';

export type TextValues = Readonly<Record<string, string | number | Date>>;
export type Say = (id: MessageId, values?: TextValues) => string;

/** `say('start.join')`: a message in the interface's language, as a plain string. */
export function useText(): Say {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}

/** A message with elements among its values, such as a code in `<bdi>`. */
export function Text({ id, values }: { id: MessageId; values?: Record<string, ReactNode> }) {
  return <FormattedMessage id={id} {...(values ? { values } : {})} />;
}
