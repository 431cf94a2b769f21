import type { Sounding } from '../../shared/schema/sounding.ts';
import { useText } from '../i18n/text.tsx';
import { useWording } from '../session/wording.ts';

/** Enough for the longest wording anybody reads off a bar; the whole is on the board. */
const LONGEST = 240;

/** What the room is asked, as one sentence: "If paragraph 7 read “encourages”, how would you stand?" */
export function useQuestion({ subject, words }: Pick<Sounding, 'subject' | 'words'>): string {
  const say = useText();
  const wording = useWording();
  const number = wording.number(subject.provision);
  const provision = number
    ? say('board.provision.inside', { number })
    : say('board.unnumbered', { words: wording.opening(subject.provision) });
  // Commas at the edges of a bracket belong to the text, not to the sentence that asks about it.
  const quote = (text: string) => {
    const plain = text.replace(/^[\s,;،]+|[\s,;،]+$/gu, '');
    return say('board.wording', { words: plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain });
  };
  if (subject.type === 'words' && !subject.bracket) return say('sounding.if-reads', { provision, words: quote(words) });
  if (subject.type === 'variant' && subject.variant === 'none')
    return say('sounding.if-without', { provision, words: quote(wording.bracketWords(subject.bracket)) });
  return say('sounding.if-here', { provision, words: quote(words) });
}
