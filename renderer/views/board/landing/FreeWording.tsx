import { useState } from 'react';
import type { BracketId, ProvisionId } from '../../../../shared/schema/ids.ts';
import type { Sounding, SoundingSubject } from '../../../../shared/schema/sounding.ts';
import { SOUNDING_LIMIT } from '../../../../shared/procedure/sounding-record.ts';
import { Button } from '../../../controls/Button.tsx';
import { Disclosure } from '../../../controls/Disclosure.tsx';
import { Select } from '../../../controls/Select.tsx';
import { TextField } from '../../../controls/TextField.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useWording } from '../../../session/wording.ts';
import { useNames } from '../use-names.ts';
import { AskRoom } from './AskRoom.tsx';

export interface FreeWordingProps {
  readonly provision: ProvisionId;
  /** The bracket that is chosen, if one is open here. */
  readonly bracket: BracketId | undefined;
  onAsk(subject: SoundingSubject, words: string, answers: Sounding['answers']): void;
}

const WHOLE = 'whole';

/** "If this read …": a wording that stands nowhere yet, tested before anything in the draft changes (UX 3.14). */
export function FreeWording({ provision, bracket, onAsk }: FreeWordingProps) {
  const say = useText();
  const names = useNames();
  const wording = useWording();
  const [place, setPlace] = useState<'bracket' | typeof WHOLE>(bracket ? 'bracket' : WHOLE);
  const [words, setWords] = useState('');
  const [asking, ask] = useState(false);
  const subject: SoundingSubject =
    place === 'bracket' && bracket ? { type: 'words', provision, bracket } : { type: 'words', provision };
  return (
    <Disclosure title={say('sounding.free')}>
      <div className="free-wording">
        {bracket && (
          <Select
            label={say('sounding.free.place')}
            value={place}
            options={[
              { value: 'bracket', label: names.bracket(bracket) },
              { value: WHOLE, label: say('sounding.free.whole') },
            ]}
            onChange={(next) => {
              setPlace(next);
              if (next === WHOLE && words === '') setWords(wording.provision(provision)?.text.trim() ?? '');
            }}
          />
        )}
        <TextField
          label={say('sounding.free.words')}
          rows={2}
          maxLength={SOUNDING_LIMIT}
          value={words}
          onChange={setWords}
          description={say('sounding.free.what')}
        />
        {asking ? (
          <AskRoom
            subject={subject}
            words={words.trim()}
            onCancel={() => ask(false)}
            onAsk={(answers) => {
              onAsk(subject, words.trim(), answers);
              setWords('');
              ask(false);
            }}
          />
        ) : (
          <div>
            <Button size="small" isDisabled={words.trim() === ''} onPress={() => ask(true)}>
              {say('sounding.test')}
            </Button>
          </div>
        )}
      </div>
    </Disclosure>
  );
}
