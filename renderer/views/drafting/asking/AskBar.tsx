import { useEffect, useRef, useState, type ChangeEvent, type SyntheticEvent } from 'react';
import { inTwoFrames } from '../../../app/in-two-frames.ts';
import { focusText } from '../../../app/panes.ts';
import { Button } from '../../../controls/Button.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useDraftLanguage } from '../../../session/hooks.ts';
import { useAsking, type Question } from './asking.tsx';
import './AskBar.css';

/** The open question in one line under the text. Nothing is covered, and Escape leaves everything as it is. */
export function AskBar() {
  const { question, close } = useAsking();
  if (!question) return null;
  return <Ask key={String(question.confirm)} question={question} close={close} />;
}

function Ask({ question, close }: { question: Question; close(): void }) {
  const say = useText();
  const language = useDraftLanguage();
  const { field } = question;
  const [answer, setAnswer] = useState(field?.value ?? '');
  const [stood] = useState(selectedRange);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => inTwoFrames(() => holdFocus(form.current)), []);
  /** Back to the text, at the caret: typing in the field has taken the page's one selection along. */
  const back = () => {
    close();
    focusText();
    if (stood?.startContainer.isConnected) {
      document.getSelection()?.removeAllRanges();
      document.getSelection()?.addRange(stood);
    }
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    back();
    question.act(answer);
  };
  const words = field && {
    className: 'field-input',
    'aria-label': field.label,
    placeholder: field.label,
    value: answer,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => setAnswer(target.value),
    lang: language,
    dir: 'auto',
    ref: takeFocus,
  };
  return (
    <form
      ref={form}
      className="ask-bar"
      role="alertdialog"
      aria-label={typeof question.words === 'string' ? question.words : question.confirm}
      onSubmit={submit}
      onKeyDown={(event) => {
        const isAnswer = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
        if (isAnswer && event.target instanceof HTMLTextAreaElement) submit(event);
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        back();
      }}
    >
      <p>{question.words}</p>
      {words && (field.lines ? <textarea {...words} rows={3} /> : <input {...words} />)}
      <Button type="submit" size="small" tone="primary" autoFocus={!field}>
        {question.confirm}
      </Button>
      <Button size="small" tone="plain" onPress={back}>
        {say('draft.ask.leave')}
      </Button>
    </form>
  );
}

function selectedRange(): Range | undefined {
  const selection = document.getSelection();
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : undefined;
}

/** A menu that a question came from gives the keyboard to its button as it closes, at times after the question has taken it. */
function holdFocus(form: HTMLFormElement | null): void {
  if (!form || form.contains(document.activeElement)) return;
  const field = form.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  if (field) takeFocus(field);
  else form.querySelector('button')?.focus();
}

function takeFocus(input: HTMLInputElement | HTMLTextAreaElement | null): void {
  input?.focus();
  input?.select();
}
