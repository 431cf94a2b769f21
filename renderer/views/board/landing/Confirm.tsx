import type { ReactNode } from 'react';
import { Button } from '../../../controls/Button.tsx';
import { useText } from '../../../i18n/text.tsx';

export interface ConfirmProps {
  readonly question: ReactNode;
  onRecord(): void;
  onCancel(): void;
}

/** A question asked where the answer will stand, never over the screen. Escape leaves things as they are. */
export function Confirm({ question, onRecord, onCancel }: ConfirmProps) {
  const say = useText();
  return (
    <div
      className="confirm"
      role="group"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <p>{question}</p>
      <div className="confirm-acts">
        <Button autoFocus tone="primary" size="small" onPress={onRecord}>
          {say('board.landing.record')}
        </Button>
        <Button tone="plain" size="small" onPress={onCancel}>
          {say('app.cancel')}
        </Button>
      </div>
    </div>
  );
}
