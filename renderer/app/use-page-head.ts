import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { useObserved, useSession } from '../session/hooks.ts';

/** What printed pages say at their head: the document's symbol, or its title, and the day by the relay's clock. */
export function usePageHead(): void {
  const intl = useIntl();
  const { profile, hand } = useSession();
  const { symbol, title } = useObserved(profile);
  useEffect(() => {
    const { style } = document.documentElement;
    // Margin boxes take words from nowhere else; a property set so is no style in the page, which the policy refuses.
    const name = () => {
      const head = [symbol || title, intl.formatDate(hand.now(), { dateStyle: 'long' })].filter(Boolean).join(' · ');
      style.setProperty('--page-head', `"${head.replaceAll(/["\\\n\r\f]/g, ' ')}"`);
    };
    name();
    window.addEventListener('beforeprint', name);
    return () => {
      window.removeEventListener('beforeprint', name);
      style.removeProperty('--page-head');
    };
  }, [symbol, title, intl, hand]);
}
