/**
 * What the room display shows at one moment, as plain values: so that a frozen display has nothing in it that could
 * change (rule D2).
 */
import type { Assessment, ProvisionAssessment, Status } from '../../../shared/consensus/assessment.ts';
import { asPrinted } from '../../../shared/brackets/as-printed.ts';
import { layOut } from '../../../shared/brackets/lay-out.ts';
import { overlapTags } from '../../../shared/brackets/overlaps.ts';
import type { LayoutPart } from '../../../shared/brackets/layout-contract.ts';
import type { Procedure } from '../../../shared/procedure/room/procedure.ts';
import { silenceAt } from '../../../shared/procedure/silence.ts';
import type { Bracket, BracketKind } from '../../../shared/schema/bracket.ts';
import type { Draft, Language } from '../../../shared/schema/draft.ts';
import { CHAIR, type BracketId, type Code, type ProvisionId } from '../../../shared/schema/ids.ts';
import type { Stance } from '../../../shared/schema/position.ts';
import type { DisplaySetting } from '../../session/stores/display-store.ts';

export interface Frame {
  readonly now: number;
  readonly language: Language;
  readonly symbol: string;
  readonly provision?: ShownProvision;
  readonly speaker?: { readonly code: Code; readonly reply: boolean; readonly ms: number; readonly seconds: number };
  /** Milliseconds left of a silence on what is shown, or on the whole. */
  readonly silenceLeft?: number;
  readonly vote?: { readonly cast: number; readonly members: number };
  readonly next: readonly string[];
  readonly agreed: number;
  readonly total: number;
  readonly setting: DisplaySetting;
}

export interface Stand {
  /** Absent: on the provision as a whole; empty: on "no text". */
  readonly words?: string;
  readonly by: readonly (readonly [Stance, readonly Code[]])[];
}

interface ShownProvision {
  readonly id: ProvisionId;
  readonly number: string;
  readonly label: string;
  readonly status?: Status;
  readonly text: string;
  readonly parts: readonly LayoutPart[];
  readonly kinds: ReadonlyMap<BracketId, BracketKind>;
  readonly proposed?: { readonly code: Code; readonly words: string; readonly ago: number; readonly deletes: boolean };
  /** How delegations stand on the whole of it and on each wording in it, where the chair shows that. */
  readonly stands?: readonly Stand[];
}

export interface FrameSources {
  readonly draft: Draft;
  readonly numbers: ReadonlyMap<ProvisionId, string>;
  readonly assessment: Assessment;
  readonly procedure: Procedure;
  readonly setting: DisplaySetting;
  readonly now: number;
}

/** A proposal is news for a quarter of an hour. */
const NEWS_MS = 15 * 60_000;
const MOST_NEXT = 3;
/** Characters of words quoted beside the text. */
const LONGEST = 90;

export function frameOf(sources: FrameSources): Frame {
  const { draft, assessment, procedure, setting, now } = sources;
  const { floor, silences, votes } = procedure;
  const at = draft.provisions.findIndex(({ id }) => id === floor.open?.provision);
  const { speaking } = floor;
  const silence = silences.findLast(
    (each) =>
      silenceAt(each, now).state.type === 'running' &&
      (each.wording.type === 'whole' || each.wording.provision === floor.open?.provision),
  );
  const vote = votes.findLast(({ state }) => state.type === 'open');
  const counts = Object.values(assessment.counts);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    now,
    language: draft.language,
    symbol: draft.symbol,
    ...(at >= 0 ? { provision: shownProvision(at, sources) } : {}),
    ...(speaking
      ? { speaker: { code: speaking.code, reply: speaking.reply, ms: now - speaking.since, seconds: speaking.seconds } }
      : {}),
    ...(silence ? { silenceLeft: silence.deadline - now } : {}),
    ...(vote ? { vote: { cast: vote.ballots.size, members: vote.opening.members.length } } : {}),
    next: at < 0 ? [] : nextAfter(at, sources),
    agreed: assessment.counts.agreed,
    total,
    setting,
  };
}

function shownProvision(at: number, sources: FrameSources): ShownProvision {
  const { draft, numbers, assessment, setting, now } = sources;
  const provision = draft.provisions[at]!;
  const brackets = draft.brackets.filter(({ pieces }) => pieces.some((piece) => piece.provision === provision.id));
  const assessed = assessment.provisions.get(provision.id);
  const proposed = latestProposal(brackets, now);
  const number = numbers.get(provision.id) ?? '';
  return {
    id: provision.id,
    number,
    label: bare(number),
    ...(assessed ? { status: assessed.status } : {}),
    text: provision.text,
    parts: asPrinted(layOut(provision, brackets, overlapTags(draft))),
    kinds: new Map(brackets.map(({ id, kind }) => [id, kind])),
    ...(proposed
      ? {
          proposed: {
            code: proposed.proponent,
            words: wordsOf(proposed, draft),
            ago: now - proposed.opened,
            deletes: proposed.kind === 'delete',
          },
        }
      : {}),
    ...(setting.positions && assessed ? { stands: standsOf(assessed, draft) } : {}),
  };
}

function latestProposal(brackets: readonly Bracket[], now: number): Bracket | undefined {
  return brackets
    .filter(({ kind, proponent, opened }) => {
      const isNews = now - opened < NEWS_MS && opened <= now + 60_000;
      return (kind === 'insert' || kind === 'delete') && proponent !== CHAIR && isNews;
    })
    .toSorted((a, b) => a.opened - b.opened)
    .at(-1);
}

function wordsOf({ pieces }: Bracket, draft: Draft): string {
  const words = pieces.map(
    ({ provision, from, to }) => draft.provisions.find(({ id }) => id === provision)?.text.slice(from, to) ?? '',
  );
  const all = words.join(' … ').trim();
  return all.length > LONGEST ? `${all.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : all;
}

function nextAfter(at: number, { draft, numbers, assessment }: FrameSources): readonly string[] {
  const next: string[] = [];
  for (const { id } of draft.provisions.slice(at + 1)) {
    const status = assessment.provisions.get(id)?.status;
    const label = bare(numbers.get(id) ?? '');
    if (status === undefined || status === 'agreed' || label === '') continue;
    next.push(label);
    if (next.length === MOST_NEXT) break;
  }
  return next;
}

function standsOf({ stances, brackets }: ProvisionAssessment, draft: Draft): readonly Stand[] {
  const whole = (['object', 'reserve', 'accept', 'support'] as const).map(
    (stance) => [stance, [...stances].flatMap(([code, each]) => (each === stance ? code : [])).toSorted()] as const,
  );
  const wordings = brackets.flatMap(({ bracket, variants }) =>
    variants.map(({ variant, objectors, reserves, accepters, supporters }): Stand => {
      const of = draft.brackets.find(({ id }) => id === (variant === 'text' || variant === 'none' ? bracket : variant));
      return {
        words: variant === 'none' || !of ? '' : wordsOf(of, draft),
        by: spoken([
          ['object', objectors],
          ['reserve', reserves],
          ['accept', accepters],
          ['support', supporters],
        ]),
      };
    }),
  );
  return [{ by: spoken(whole) }, ...wordings].filter(({ by }) => by.length > 0);
}

function spoken(by: Stand['by']): Stand['by'] {
  return by.filter(([, codes]) => codes.length > 0);
}

const bare = (number: string) => number.replace(/[\s.:．、-]+$/u, '').trim();
