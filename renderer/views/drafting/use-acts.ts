import { useMemo } from 'react';
import type { BracketId, ProvisionId } from '../../../shared/schema/ids.ts';
import type { Ruling } from '../../../shared/schema/ruling.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../../../shared/sync/contract.ts';
import { second, type SecondRequest } from '../../../shared/sync/commands/second.ts';
import { withdrawBracket } from '../../../shared/sync/commands/withdraw-bracket.ts';
import { focusText } from '../../app/panes.ts';
import { useText } from '../../i18n/text.tsx';
import type { RuleRequest } from '../../session/contract.ts';
import { useSession } from '../../session/hooks.ts';
import { useAsking } from './asking/asking.tsx';
import { useRemarks } from './remarks.tsx';

export type Command<Value = unknown> = (replica: DraftReplica, hand: Hand) => WriteOutcome<Value>;

export interface Acts {
  /** Runs a command of the draft, and gives what it came to; a refusal is remarked on. */
  write<Value>(command: Command<Value>): Value | undefined;
  second(bracket: BracketId, as: SecondRequest['as']): void;
  withdraw(bracket: BracketId): void;
  rule(request: RuleRequest): void;
  /** Asks for words, and rules for them in the stead of what the bracket holds. */
  bridge(bracket: BracketId): void;
  merge(bracket: BracketId): void;
  agree(provision: ProvisionId): void;
  reopen(provision: ProvisionId): void;
}

/** What one does to the draft from beside it. Each act says what came of it, in the status line. */
export function useActs(): Acts {
  const say = useText();
  const session = useSession();
  const { refuse, tell, clear } = useRemarks();
  const { ask } = useAsking();
  return useMemo(() => {
    const answer = (outcome: WriteOutcome<unknown> | undefined) => {
      if (!outcome) return;
      if (outcome.ok) clear();
      else refuse(outcome.reason);
    };
    const record = (outcome: WriteOutcome<Ruling> | undefined) => {
      if (!outcome?.ok) return answer(outcome);
      tell(say('draft.ruled', { about: outcome.value.about }));
      // The card that was pressed may be gone with its bracket, and the keyboard with it.
      focusText();
    };
    const write = <Value>(command: Command<Value>): Value | undefined => {
      const outcome = session.replica && command(session.replica, session.hand);
      answer(outcome);
      return outcome?.ok ? outcome.value : undefined;
    };
    return {
      write,
      second: (bracket, as) => void write((replica, hand) => second(replica, hand, { bracket, as })),
      withdraw(bracket) {
        write((replica, hand) => withdrawBracket(replica, hand, { bracket }));
        focusText();
      },
      rule: (request) => record(session.chair?.rule(request)),
      bridge: (bracket) =>
        ask({
          words: say('draft.ask.bridge'),
          confirm: say('draft.ask.bridge.rule'),
          field: { label: say('draft.ask.bridge.words'), value: '' },
          act: (text) => record(session.chair?.bridge({ bracket, text })),
        }),
      merge: (bracket) => record(session.chair?.merge(bracket)),
      agree: (provision) => record(session.chair?.agreeAdRef(provision)),
      reopen: (provision) => record(session.chair?.reopen(provision)),
    };
  }, [session, say, refuse, tell, clear, ask]);
}
