import { useMemo } from 'react';
import { foldRulings } from '../../../../shared/procedure/record.ts';
import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import { useText } from '../../../i18n/text.tsx';
import { useTime } from '../../../i18n/time.ts';
import { useSession } from '../../../session/hooks.ts';
import { useActs } from '../use-acts.ts';
import { useAsking } from './asking.tsx';

export interface AgreedQuestion {
  asksFirst(provision: ProvisionId): boolean;
  onAsk(provision: ProvisionId): void;
  /** Does what would touch these provisions: at once, or after a yes where some of them are agreed. */
  before(provisions: readonly ProvisionId[], act: () => void): void;
}

/**
 * The question before an agreed provision is written in. The chair's yes reopens it, on record and for everybody to see;
 * a delegation's lets its proposals through for as long as the meeting is open here, and the first of them reopens it.
 */
export function useAgreedQuestion(): AgreedQuestion {
  const say = useText();
  const time = useTime();
  const session = useSession();
  const acts = useActs();
  const { ask, confirmed } = useAsking();
  return useMemo(() => {
    const { chair } = session;
    const asksFirst = (provision: ProvisionId) =>
      session.assessment.get().provisions.get(provision)?.status === 'agreed' && !confirmed.has(provision);
    const askAbout = (first: ProvisionId, agreed: readonly ProvisionId[], then?: () => void) => {
      const at = foldRulings(session.rulings.get()).agreed.get(first)?.at;
      const since = at === undefined ? '' : time.moment(at);
      ask({
        words: say(chair ? 'draft.ask.agreed.on' : 'draft.ask.agreed.propose', { since }),
        confirm: say(chair ? 'draft.ask.reopen' : 'draft.ask.propose'),
        act() {
          for (const each of agreed) {
            if (chair) acts.reopen(each);
            else confirmed.add(each);
          }
          then?.();
        },
      });
    };
    return {
      asksFirst,
      onAsk: (provision) => askAbout(provision, [provision]),
      before(provisions, act) {
        const agreed = provisions.filter(asksFirst);
        const [first] = agreed;
        if (first === undefined) act();
        else askAbout(first, agreed, act);
      },
    };
  }, [session, say, time, acts, ask, confirmed]);
}
