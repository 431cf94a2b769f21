import { useState } from 'react';
import type { BracketId } from '../../../shared/schema/ids.ts';
import type { VariantId } from '../../../shared/schema/position.ts';
import type { VoteRule } from '../../../shared/procedure/vote/vote.ts';
import { usePlace } from '../../app/place.tsx';
import { Button } from '../../controls/Button.tsx';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { Select } from '../../controls/Select.tsx';
import { useText } from '../../i18n/text.tsx';
import { useAssessment, useSession } from '../../session/hooks.ts';
import type { VoteRequest } from '../../session/room-acts.ts';
import { useRoomNames } from './use-room-names.ts';

const RULES: readonly VoteRule[] = ['two-thirds', 'simple-majority'];

/** On the provision at hand, one wording of one of its brackets, or the whole: what is voted on, and what it needs. */
export function VoteForm() {
  const say = useText();
  const names = useRoomNames();
  const { chair } = useSession();
  const { place } = usePlace();
  const { provisions } = useAssessment();
  const [wanted, want] = useState('whole');
  const [rule, setRule] = useState<VoteRule>('two-thirds');
  const [refusal, setRefusal] = useState<string>();
  if (!chair) return null;
  const here = place.provision && provisions.get(place.provision);
  const subjects: readonly { readonly value: string; readonly label: string; readonly request: VoteRequest }[] = [
    { value: 'whole', label: say('room.whole'), request: { type: 'whole' } },
    ...(here
      ? [
          {
            value: here.provision,
            label: names.provision(here.provision),
            request: { type: 'provision' as const, provision: here.provision },
          },
          ...here.brackets.flatMap(({ bracket, variants }) =>
            variants.map(({ variant }: { readonly variant: VariantId }) => ({
              value: `${bracket} ${variant}`,
              label: say('room.vote.wording', {
                words: names.variant(bracket, variant),
                provision: names.provision(here.provision),
              }),
              request: { type: 'wording' as const, bracket: bracket as BracketId, variant },
            })),
          ),
        ]
      : []),
  ];
  const subject = subjects.find(({ value }) => value === wanted) ?? subjects[0]!;
  return (
    <Disclosure title={say('room.vote.put')}>
      <div className="procedure-form">
        <Select label={say('room.vote.on')} value={subject.value} options={subjects} onChange={want} />
        <Select
          label={say('room.vote.rule')}
          value={rule}
          options={RULES.map((value) => ({ value, label: say(`room.vote.rule.${value}`) }))}
          onChange={setRule}
        />
        <Button
          onPress={() => {
            const opened = chair.room.openVote(subject.request, rule);
            setRefusal(opened.ok ? undefined : say(`reason.${opened.reason}`));
          }}
        >
          {say('room.vote.go')}
        </Button>
        {refusal && <p className="procedure-refusal">{refusal}</p>}
      </div>
    </Disclosure>
  );
}
