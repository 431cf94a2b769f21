import type { Draft } from '../schema/draft.ts';
import type { ProvisionId } from '../schema/ids.ts';

/**
 * A provision's words with its variants apart, to be read for their strength: `[urges][invites]` are two words, and none
 * in between is made up. `undefined` for what binds nobody, headings and notes.
 */
export function wordsApart({ provisions, brackets }: Draft, id: ProvisionId): string | undefined {
  const found = provisions.find((provision) => provision.id === id);
  if (!found || found.kind === 'heading' || found.kind === 'note') return undefined;
  const edges = brackets
    .filter(({ variantOf }) => variantOf !== undefined)
    .flatMap(({ pieces }) => pieces.filter(({ provision }) => provision === id).flatMap(({ from, to }) => [from, to]));
  const cuts = [...new Set(edges)].filter((at) => at > 0 && at < found.text.length).sort((a, b) => b - a);
  return cuts.reduce((words, at) => `${words.slice(0, at)} ${words.slice(at)}`, found.text);
}
