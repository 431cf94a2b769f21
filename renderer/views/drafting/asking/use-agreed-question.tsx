import { useMemo, useRef } from 'react';
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
  const { ask } = useAsking();
  const confirmed = useRef(new Set<ProvisionId>());
  return useMemo(
    () => ({
      asksFirst: (provision) =>
        session.assessment.get().provisions.get(provision)?.status === 'agreed' && !confirmed.current.has(provision),
      onAsk(provision) {
        const at = foldRulings(session.rulings.get()).agreed.get(provision)?.at;
        const since = at === undefined ? '' : time.moment(at);
        const { chair } = session;
        ask({
          words: say(chair ? 'draft.ask.agreed.on' : 'draft.ask.agreed.propose', { since }),
          confirm: say(chair ? 'draft.ask.reopen' : 'draft.ask.propose'),
          act() {
            if (chair) acts.reopen(provision);
            else confirmed.current.add(provision);
          },
        });
      },
    }),
    [session, say, time, acts, ask],
  );
}
