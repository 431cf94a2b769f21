import { ArrowLeft, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { usePrinter } from '../../../app/print.tsx';
import { useAttempt } from '../../../app/use-attempt.ts';
import { Button } from '../../../controls/Button.tsx';
import { useText } from '../../../i18n/text.tsx';
import { assessShared } from '../../../session/assess-shared.ts';
import { useAssessment, useDraft, useSession } from '../../../session/hooks.ts';
import { useNow } from '../../../app/use-now.ts';
import { SummarySheet } from './SummarySheet.tsx';
import './summary.css';

/** The chair's summary as it will be on paper, and the way to print it. What was told in confidence is asked for. */
export function SummaryPage({ onBack }: { onBack(): void }) {
  const say = useText();
  const attempt = useAttempt();
  const now = useNow();
  const session = useSession();
  const draft = useDraft();
  const everything = useAssessment();
  const { sheet, print } = usePrinter();
  const [confidential, setConfidential] = useState(false);
  // Whatever changes the whole assessment changes what the room sees of it, or leaves it as it was.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const shared = useMemo(() => assessShared(session), [session, everything]);
  const mayChoose = session.me.role === 'chair';
  const content = (
    <SummarySheet
      assessment={mayChoose && confidential ? everything : shared}
      confidential={mayChoose && confidential}
      at={now}
    />
  );
  const name = `${(draft.symbol || draft.title || 'draft').replaceAll('/', '-')} ${say('summary.title')}.pdf`;
  return (
    <div className="summary" data-pane="text">
      <div className="summary-bar">
        <Button autoFocus tone="plain" icon={<ArrowLeft className="directional" aria-hidden />} onPress={onBack}>
          {say('summary.back')}
        </Button>
        {mayChoose && (
          <label className="summary-choice">
            <input type="checkbox" checked={confidential} onChange={(event) => setConfidential(event.target.checked)} />
            {say('summary.confidential')}
          </label>
        )}
        <Button tone="primary" icon={<Printer aria-hidden />} onPress={() => attempt(() => print(name, content))}>
          {say('summary.print')}
        </Button>
      </div>
      {/* Longer than the window: the keyboard scrolls it as the wheel does. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="summary-desk" aria-label={say('summary.title')} tabIndex={0}>
        <div className="summary-page">{content}</div>
      </section>
      {sheet}
    </div>
  );
}
