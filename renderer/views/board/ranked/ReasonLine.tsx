import type { ReactNode } from 'react';
import type { Reason } from '../../../../shared/consensus/assessment.ts';
import type { BracketId } from '../../../../shared/schema/ids.ts';
import type { VariantId } from '../../../../shared/schema/position.ts';
import { Text, useText } from '../../../i18n/text.tsx';
import { useTime } from '../../../i18n/time.ts';
import { useDraftLanguage } from '../../../session/hooks.ts';
import { useWording } from '../../../session/wording.ts';
import { Holders } from '../Holders.tsx';
import { useNames } from '../use-names.ts';

/** One reason in words: what stands, and with whom; never who is to blame. */
export function ReasonLine({ reason }: { reason: Reason }): ReactNode {
  const say = useText();
  const time = useTime();
  switch (reason.type) {
    case 'provision-objected':
      return <Text id="board.why.provision-objected" values={{ who: <Holders codes={reason.cover} /> }} />;
    case 'lone-objector': {
      const who = <Holders codes={[reason.by]} />;
      if (reason.bracket === undefined || reason.variant === undefined)
        return <Text id={reason.group ? 'board.why.lone-group' : 'board.why.lone-objector'} values={{ who }} />;
      const wording = <Words bracket={reason.bracket} variant={reason.variant} />;
      return (
        <Text id={reason.group ? 'board.why.lone-group-on' : 'board.why.lone-objector-on'} values={{ who, wording }} />
      );
    }
    case 'bracket-deadlocked':
      return (
        <Text
          id="board.why.bracket-deadlocked"
          values={{ wording: <Words bracket={reason.bracket} />, who: <Holders codes={reason.cover} /> }}
        />
      );
    case 'insisted-on':
      return (
        <Text
          id="board.why.insisted-on"
          values={{ who: <Holders codes={reason.by} />, wording: <Words bracket={reason.bracket} /> }}
        />
      );
    case 'reserved':
      return <Text id="board.why.reserved" values={{ count: reason.by.length, who: <Holders codes={reason.by} /> }} />;
    case 'brackets-open':
      return say('board.why.brackets-open', { count: reason.count });
    case 'implied-bracket':
      return say('board.why.implied-bracket', { count: reason.count });
    case 'landing-zone':
      return (
        <Text
          id="board.why.landing-zone"
          values={{ wording: <Words bracket={reason.bracket} variant={reason.variants[0] ?? 'text'} /> }}
        />
      );
    case 'keystone':
      return say('board.why.keystone', { count: reason.dependants });
    case 'conditional':
      return <Condition reason={reason} />;
    case 'open-since':
      return say('board.why.open-since', { moment: time.moment(reason.at) });
    case 'changed-since-ad-ref':
      return say('board.why.changed-since-ad-ref', { moment: time.moment(reason.at) });
    case 'reopened-by-ruling':
      return say('board.why.reopened-by-ruling', { moment: time.moment(reason.at) });
  }
}

/** What somebody waits for, elsewhere in the draft or in free words. */
function Condition({ reason: { by, condition, on } }: { reason: Extract<Reason, { type: 'conditional' }> }) {
  const names = useNames();
  const wording = useWording();
  const who = <Holders codes={[by]} />;
  if (!on) return <Text id="board.why.conditional" values={{ who, condition: <bdi>{condition}</bdi> }} />;
  const bracket = wording.bracket(on.bracket);
  const home = bracket?.pieces[0]?.provision ?? wording.variantsOf(on.bracket)[0]?.pieces[0]?.provision;
  if (!bracket || !home) return <Text id="board.why.conditional-gone" values={{ who }} />;
  const values = {
    who,
    provision: names.provisionInside(home),
    wording: <Words bracket={on.bracket} variant={on.variant} />,
  };
  return <Text id="board.why.conditional-on" values={values} />;
}

/** Words of the draft inside a sentence of the interface: in their own language and direction. */
function Words({ bracket, variant = 'text' }: { bracket: BracketId; variant?: VariantId }) {
  const language = useDraftLanguage();
  const names = useNames();
  const say = useText();
  if (variant === 'none') return say('board.no-text.inside');
  return (
    <bdi className="board-words" lang={language}>
      {variant === 'text' ? names.bracket(bracket) : names.variant(bracket, variant)}
    </bdi>
  );
}
