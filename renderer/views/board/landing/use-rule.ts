import { useState } from 'react';
import type { BracketId, ProvisionId, SoundingId } from '../../../../shared/schema/ids.ts';
import type { VariantId } from '../../../../shared/schema/position.ts';
import type { Ruling } from '../../../../shared/schema/ruling.ts';
import type { WriteOutcome } from '../../../../shared/sync/contract.ts';
import { useText } from '../../../i18n/text.tsx';
import { useSession } from '../../../session/hooks.ts';

export interface Rule {
  onBracket(bracket: BracketId, variant: VariantId): void;
  agree(provision: ProvisionId): void;
  reopen(provision: ProvisionId): void;
  /** On the wording that was tested in the room. */
  onSounding(sounding: SoundingId): void;
  /** What came of the last one, in words. */
  readonly remark: string;
}

/** The chair's rulings from the board. */
export function useRule(): Rule {
  const say = useText();
  const { chair } = useSession();
  const [remark, setRemark] = useState('');
  const answer = (outcome: WriteOutcome<Ruling> | undefined) => {
    if (!outcome) return;
    setRemark(
      outcome.ok ? say('board.landing.recorded', { about: outcome.value.about }) : say(`reason.${outcome.reason}`),
    );
  };
  return {
    remark,
    onBracket(bracket, variant) {
      if (variant === 'text') answer(chair?.rule({ bracket, outcome: 'keep' }));
      else answer(chair?.rule({ bracket, outcome: 'chosen', variant }));
    },
    agree: (provision) => answer(chair?.agreeAdRef(provision)),
    reopen: (provision) => answer(chair?.reopen(provision)),
    onSounding: (sounding) => answer(chair?.ruleOnSounding(sounding)),
  };
}
