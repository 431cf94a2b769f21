import type { ProvisionId } from '../../../shared/schema/ids.ts';
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
  return {
    offer(provision) {
      const isArticle = session.replica?.provision(provision)?.kind === 'heading';
      ask({
        words: say(isArticle ? 'draft.ask.option.article' : 'draft.ask.option'),
        confirm: say('draft.ask.option.go'),
        field: { label: say('draft.ask.option.words'), value: '', ...(isArticle && { lines: true }) },
        act: (text) => offer(provision, text),
      });
    },
    offerNone: (provision) => offer(provision),
  };
}
