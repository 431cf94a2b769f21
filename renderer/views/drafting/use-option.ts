import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { blockEnd } from '../../../shared/schema/block-end.ts';
import type { Provision } from '../../../shared/schema/provision.ts';
import { offerOption } from '../../../shared/sync/commands/offer-option.ts';
import { useText } from '../../i18n/text.tsx';
import { useSession } from '../../session/hooks.ts';
import { useAsking } from './asking/asking.tsx';
import { useActs } from './use-acts.ts';

export interface OptionActs {
  /** Asks for words, and proposes them as an option beside the provision; beside a heading, beside its article. */
  offer(provision: ProvisionId): void;
  /** "No text" as an option beside it. */
  offerNone(provision: ProvisionId): void;
}

/** Proposing a provision as an option beside another: from the menu and from the palette. */
export function useOption(): OptionActs {
  const say = useText();
  const { ask } = useAsking();
  const acts = useActs();
  const session = useSession();
  const offer = (provision: ProvisionId, text?: string) =>
    acts.write((replica, hand) => offerOption(replica, hand, { provision, ...(text !== undefined && { text }) }));
  /** Agreed provisions that the option would stand against: an option reopens them (rule E15). */
  const reopened = (provision: ProvisionId): number => {
    const { provisions } = session.draft.get();
    const { provisions: assessed } = session.assessment.get();
    return blockIn(provisions, provision).filter(({ id }) => assessed.get(id)?.status === 'agreed').length;
  };
  return {
    offer(provision) {
      const isArticle = session.replica?.provision(provision)?.kind === 'heading';
      const count = reopened(provision);
      const question = say(isArticle ? 'draft.ask.option.article' : 'draft.ask.option');
      ask({
        words: count > 0 ? `${question} ${say('draft.ask.option.reopens', { count })}` : question,
        confirm: say('draft.ask.option.go'),
        field: { label: say('draft.ask.option.words'), value: '', ...(isArticle && { lines: true }) },
        act: (text) => offer(provision, text),
      });
    },
    offerNone(provision) {
      const count = reopened(provision);
      if (count === 0) offer(provision);
      else
        ask({
          words: say('draft.ask.option.reopens', { count }),
          confirm: say('draft.ask.propose'),
          act: () => offer(provision),
        });
    },
  };
}

/** A provision with what stands under it, in reading order. */
function blockIn(provisions: readonly Provision[], head: ProvisionId): readonly Provision[] {
  const from = provisions.findIndex(({ id }) => id === head);
  if (from < 0) return [];
  return provisions.slice(
    from,
    blockEnd(from, provisions.length, (at) => provisions[at]!),
  );
}
