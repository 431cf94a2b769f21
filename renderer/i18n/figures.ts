import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** Whole numbers in the figures of the interface's language. */
export function useFigures(): (value: number) => string {
  const intl = useIntl();
  return useCallback((value) => intl.formatNumber(value), [intl]);
}

/** Things one after another, in the marks of the interface's language: `3, 4, 5`. */
export function useList(): (things: readonly string[]) => string {
  const intl = useIntl();
  return useCallback((things) => intl.formatList(things, { type: 'unit', style: 'short' }), [intl]);
}
