import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import { Disclosure } from '../../../controls/Disclosure.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useDraft, useSoundings } from '../../../session/hooks.ts';
import { isOpen } from '../../../session/soundings.ts';
import { SoundingCard } from './SoundingCard.tsx';
import type { Rule } from './use-rule.ts';

/** What is being tested in the room on one provision. */
export function OpenSoundings({ provision, rule }: { provision: ProvisionId; rule: Rule }) {
  const draft = useDraft();
  return useSoundingsOn(provision)
    .filter((sounding) => isOpen(sounding, draft))
    .map((sounding) => <SoundingCard key={sounding.id} sounding={sounding} rule={rule} />);
}

/** What was tested on it before, latest first. */
export function PastSoundings({ provision, rule }: { provision: ProvisionId; rule: Rule }) {
  const say = useText();
  const draft = useDraft();
  const past = useSoundingsOn(provision)
    .filter((sounding) => !isOpen(sounding, draft))
    .toReversed();
  if (past.length === 0) return undefined;
  return (
    <Disclosure title={say('sounding.past', { count: past.length })}>
      {past.map((sounding) => (
        <SoundingCard key={sounding.id} sounding={sounding} rule={rule} over={sounding.end?.outcome ?? 'moot'} />
      ))}
    </Disclosure>
  );
}

function useSoundingsOn(provision: ProvisionId) {
  return useSoundings().filter(({ subject }) => subject.provision === provision);
}
