import { useCallback } from 'react';
import { useIntl } from 'react-intl';

/** Whole numbers in the figures of the interface's language. */
export function useFigures(): (value: number) => string {
  const intl = useIntl();
  return useCallback((value) => intl.formatNumber(value), [intl]);
}
