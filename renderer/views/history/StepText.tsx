import { memo, useEffect, useMemo, useRef } from 'react';
import { draftIndex } from '../../../shared/brackets/draft-index.ts';
import { excerptOf } from '../../../shared/brackets/excerpt.ts';
import { diffWords } from '../../../shared/finding/diff-words.ts';
import { numberDraft } from '../../../shared/numbering/number.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import type { Provision } from '../../../shared/schema/provision.ts';
import type { HistoryStep } from '../../../shared/sync/history/playback.ts';
import { directionOf } from '../../i18n/language.ts';
import { useText } from '../../i18n/text.tsx';

export interface StepTextProps {
  readonly step: HistoryStep;
  /** The draft before the step; absent for the first. */
  readonly before: Draft | undefined;
  /** Only this provision is shown. */
  readonly only: string | undefined;
}

/** The draft as it was after a step, with what the step inserted, struck and bracketed marked in the provisions it touched. */
export function StepText({ step, before, only }: StepTextProps) {
  const say = useText();
  const { draft } = step;
  const article = useRef<HTMLElement>(null);
  const numbers = useMemo(() => numberDraft(draft), [draft]);
  const rows = useMemo(() => rowsOf(step, before), [step, before]);

  useEffect(() => {
    article.current?.querySelector('[data-changed]')?.scrollIntoView({ block: 'nearest' });
  }, [step]);

  return (
    // What scrolls is reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="history-pane" data-pane="text" data-pane-home tabIndex={0}>
      <article
        ref={article}
        className="history-text"
        lang={draft.language}
        dir={directionOf(draft.language)}
        aria-label={say('history.text')}
      >
        {rows
          .filter(({ provision }) => only === undefined || provision.id === only)
          .map(({ provision, was, is, changed }) => (
            <StepProvision
              key={provision.id}
              kind={provision.kind}
              level={provision.level}
              number={numbers.get(provision.id) ?? ''}
              {...{ was, is, changed }}
            />
          ))}
      </article>
    </div>
  );
}

interface Row {
  readonly provision: Provision;
  /** As printed before and after; alike where the step did nothing here. */
  readonly was: string;
  readonly is: string;
  readonly changed: boolean;
}

/** Provisions in reading order; what the step took out stands where it stood. */
function rowsOf({ draft, provisions }: HistoryStep, before: Draft | undefined): Row[] {
  const old = new Map(before?.provisions.map((provision) => [provision.id, provision]));
  const rows = draft.provisions.map((provision): Row => {
    const is = printed(draft, provision);
    if (!provisions.has(provision.id) || before === undefined) return { provision, was: is, is, changed: false };
    const was = old.get(provision.id);
    return { provision, was: was ? printed(before, was) : '', is, changed: true };
  });
  if (before === undefined) return rows;
  const here = new Set<ProvisionId>(draft.provisions.map(({ id }) => id));
  for (const [index, provision] of before.provisions.entries()) {
    if (here.has(provision.id)) continue;
    const behind = before.provisions[index - 1]?.id;
    const at = rows.findIndex((row) => row.provision.id === behind) + 1;
    rows.splice(at, 0, { provision, was: printed(before, provision), is: '', changed: true });
  }
  return rows;
}

function printed(draft: Draft, provision: Provision): string {
  const stretches = draftIndex(draft).stretches.get(provision.id) ?? [];
  return excerptOf(provision, { brackets: stretches.map(({ bracket }) => bracket) });
}

interface StepProvisionProps extends Omit<Row, 'provision'> {
  readonly kind: Provision['kind'];
  readonly level: number;
  readonly number: string;
}

const StepProvision = memo(function StepProvision({ kind, level, number, was, is, changed }: StepProvisionProps) {
  return (
    <p
      className="history-provision"
      data-kind={kind}
      data-changed={changed || undefined}
      style={{ '--level': kind === 'heading' ? 0 : level }}
      {...(kind === 'heading' ? { role: 'heading', 'aria-level': Math.min(level + 2, 6) } : {})}
    >
      <bdi className="history-number">{number}</bdi>
      <span>
        {was === is
          ? is
          : diffWords(was, is).map(({ type, text }, index) => {
              const Tag = type === 'inserted' ? 'ins' : type === 'struck' ? 'del' : 'span';
              return <Tag key={`${index} ${type}`}>{text}</Tag>;
            })}
      </span>
    </p>
  );
});
