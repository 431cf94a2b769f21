import { useState } from 'react';
import { BRACKET_KINDS } from '../../../shared/schema/bracket.ts';
import { LANGUAGES, type Language } from '../../../shared/schema/draft.ts';
import { Button } from '../../controls/Button.tsx';
import { Select } from '../../controls/Select.tsx';
import { TextField } from '../../controls/TextField.tsx';
import { LANGUAGE_NAMES } from '../../i18n/language.ts';
import { useFaultText } from '../../i18n/fault.ts';
import { useFigures } from '../../i18n/figures.ts';
import { useText } from '../../i18n/text.tsx';
import type { Session } from '../../session/contract.ts';
import type { Entrance } from '../../session/meetings/contract.ts';
import { ImbalanceList, UnreadList } from './ImbalanceList.tsx';
import { ReadProvisions } from './ReadProvisions.tsx';
import type { ReadFile } from './read-file.ts';
import { useWay } from './use-way.ts';
import './ImportReport.css';

export interface ImportReportProps {
  readonly file: ReadFile;
  readonly entrance: Pick<Entrance, 'make'>;
  onEnter(session: Session): void;
  onBack(): void;
}

/** What was read from a file, before a meeting is made of it: nothing is dropped, and what did not pair is shown. */
export function ImportReport({ file, entrance, onEnter, onBack }: ImportReportProps) {
  const say = useText();
  const faultText = useFaultText();
  const way = useWay();
  const { draft, imbalance, unread, words } = file.reading;
  const [title, setTitle] = useState(draft.title);
  const [symbol, setSymbol] = useState(draft.symbol);
  const [language, setLanguage] = useState<Language>(draft.language);
  const [person, setPerson] = useState('');
  const make = async () => {
    const named = { ...draft, title: title.trim(), symbol: symbol.trim(), language };
    const request = { draft: named, title: named.title, symbol: named.symbol, language };
    onEnter(await entrance.make(person.trim() ? { ...request, person: person.trim() } : request));
  };
  const kinds = BRACKET_KINDS.map((kind) => ({
    kind,
    count: draft.brackets.filter((bracket) => bracket.kind === kind && !bracket.variantOf).length,
  })).filter(({ count }) => count > 0);
  const variants = draft.brackets.filter((bracket) => bracket.variantOf).length;
  const slots = draft.brackets.length - variants;
  return (
    <main className="report">
      <header>
        <Button tone="plain" size="small" onPress={onBack}>
          {say('app.back')}
        </Button>
        <h1>{say('report.title', { name: file.name })}</h1>
      </header>
      <div className="report-found">
        <dl className="report-counts">
          <Count count={draft.provisions.length} what={say('report.provisions', { count: draft.provisions.length })} />
          <Count count={slots} what={say('report.brackets', { count: slots })} />
          <Count count={words} what={say('report.words', { count: words })} />
        </dl>
        {kinds.length > 0 && (
          <section aria-labelledby="report-kinds">
            <h2 id="report-kinds">{say('report.kinds')}</h2>
            <dl className="report-kinds">
              {kinds.map(({ kind, count }) => (
                <Count key={kind} count={count} what={say(`kind.${kind}`)} />
              ))}
              {variants > 0 && <Count count={variants} what={say('report.variants')} />}
            </dl>
          </section>
        )}
        <ImbalanceList imbalance={imbalance} text={file.text} />
        <UnreadList unread={unread} text={file.text} />
        <ReadProvisions draft={draft} />
      </div>
      <form
        className="report-form"
        onSubmit={(event) => {
          event.preventDefault();
          way.go(make);
        }}
      >
        <h2>{say('report.meeting')}</h2>
        <TextField label={say('report.field.title')} value={title} onChange={setTitle} rows={2} />
        <TextField
          label={say('report.field.symbol')}
          value={symbol}
          onChange={setSymbol}
          description={say('report.field.symbol.what')}
        />
        <Select
          label={say('report.field.language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={setLanguage}
        />
        <TextField
          label={say('report.field.person')}
          value={person}
          onChange={setPerson}
          description={say('report.field.person.what')}
        />
        <Button type="submit" tone="primary" isDisabled={way.busy || !title.trim()}>
          {say('report.make')}
        </Button>
        <p role="status" className="way-in-state">
          {way.busy
            ? say('start.working')
            : way.fault !== undefined && <span className="fault">{faultText(way.fault)}</span>}
        </p>
      </form>
    </main>
  );
}

function Count({ count, what }: { count: number; what: string }) {
  const figures = useFigures();
  return (
    <div>
      <dt>{what}</dt>
      <dd>{figures(count)}</dd>
    </div>
  );
}
