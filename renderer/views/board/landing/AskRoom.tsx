import { useState } from 'react';
import type { Sounding, SoundingSubject } from '../../../../shared/schema/sounding.ts';
import { useQuestion } from '../../../app/use-question.ts';
import { Button } from '../../../controls/Button.tsx';
import { Select } from '../../../controls/Select.tsx';
import { useText } from '../../../i18n/text.tsx';

export interface AskRoomProps {
  readonly subject: SoundingSubject;
  readonly words: string;
  onAsk(answers: Sounding['answers']): void;
  onCancel(): void;
}

/** The question as the room will read it, and who will see the answers; asked in place, once. */
export function AskRoom({ subject, words, onAsk, onCancel }: AskRoomProps) {
  const say = useText();
  const question = useQuestion({ subject, words });
  const [answers, setAnswers] = useState<Sounding['answers']>('room');
  return (
    <div
      className="confirm"
      role="group"
      aria-label={say('sounding.test')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <p>{question}</p>
      <div className="confirm-audience">
        <span aria-hidden>{say('sounding.asked-of')}</span>
        <Select
          label={say('sounding.asked-of')}
          bare
          value={answers}
          options={[
            { value: 'room', label: say('sounding.room') },
            { value: 'chair', label: say('sounding.chair') },
          ]}
          onChange={setAnswers}
        />
      </div>
      <div className="confirm-acts">
        <Button autoFocus tone="primary" size="small" onPress={() => onAsk(answers)}>
          {say('sounding.ask')}
        </Button>
        <Button tone="plain" size="small" onPress={onCancel}>
          {say('app.cancel')}
        </Button>
      </div>
    </div>
  );
}
