import type { Assessment } from '../../../shared/consensus/assessment.ts';
import { createEngine } from '../../../shared/consensus/engine.ts';
import type { DraftTouched } from '../../../shared/consensus/engine-contract.ts';
import { positionKey } from '../../../shared/positions/record.ts';
import type { BracketId, Code, ProvisionId } from '../../../shared/schema/ids.ts';
import type { Delegation, Group } from '../../../shared/schema/meeting.ts';
import type { Position } from '../../../shared/schema/position.ts';
import type { Ruling } from '../../../shared/schema/ruling.ts';
import type { DraftReplica } from '../../../shared/sync/contract.ts';
import { impliedIn } from '../../../shared/sync/implied.ts';
import type { Observed } from '../contract.ts';
import { oncePerFrame } from './frame.ts';
import { keep } from './observed.ts';

/** What stands between the room and consensus, kept up with the draft, positions, roster and rulings. */
export interface AssessmentStore {
  readonly assessment: Observed<Assessment>;
  /** The draft changed; assessed with the next frame. */
  draftChanged(change: DraftTouched): void;
  stop(): void;
}

export interface AssessmentSources {
  readonly draft: DraftReplica;
  readonly authors: Observed<ReadonlyMap<number, Code>>;
  readonly positions: Observed<readonly Position[]>;
  readonly delegations: Observed<readonly Delegation[]>;
  readonly groups: Observed<readonly Group[]>;
  readonly rulings: Observed<readonly Ruling[]>;
}

export function openAssessment(sources: AssessmentSources): AssessmentStore {
  let filed = byKey(sources.positions.get());
  const engine = createEngine({
    draft: sources.draft,
    positions: filed.values(),
    delegations: sources.delegations.get(),
    groups: sources.groups.get(),
    rulings: sources.rulings.get(),
  });
  // Words outside brackets (rule C10): of the provisions that were touched, or of all where the authors are others.
  const markImplied = (provisions: Iterable<ProvisionId>) => {
    const registry = sources.authors.get();
    for (const id of provisions) engine.setImplied(id, impliedIn(sources.draft, registry, id).length);
  };
  const everywhere = () => sources.draft.read().provisions.map(({ id }) => id);
  markImplied(everywhere());
  const assessment = keep(engine.read());
  let touched = new Touched();
  const due = new Set<Due>();

  // Everything is put off to the frame, the marking too: a keystroke only notes what it touched.
  const frame = oncePerFrame(() => {
    const change = touched;
    touched = new Touched();
    if (change.any()) engine.draftChanged(change);
    if (due.has('positions')) filed = refile(filed, byKey(sources.positions.get()), engine.setPosition);
    if (due.has('roster')) engine.setRoster(sources.delegations.get(), sources.groups.get());
    if (due.has('rulings')) engine.setRulings(sources.rulings.get());
    markImplied(due.has('authors') ? everywhere() : change.provisions);
    due.clear();
    assessment.set(engine.read());
  });
  const when = (observed: Observed<unknown>, what: Due) =>
    observed.subscribe(() => {
      due.add(what);
      frame.ask();
    });
  const endings = [
    when(sources.positions, 'positions'),
    when(sources.delegations, 'roster'),
    when(sources.groups, 'roster'),
    when(sources.rulings, 'rulings'),
    when(sources.authors, 'authors'),
  ];
  return {
    assessment,
    draftChanged(change) {
      touched.add(change);
      frame.ask();
    },
    stop() {
      frame.stop();
      for (const end of endings) end();
    },
  };
}

type Due = 'positions' | 'roster' | 'rulings' | 'authors';

/** What several changes touched, as one. */
class Touched implements DraftTouched {
  readonly provisions = new Set<ProvisionId>();
  readonly gone = new Set<ProvisionId>();
  readonly brackets = new Set<BracketId>();
  reordered = false;

  add(change: DraftTouched): void {
    for (const id of change.provisions) this.provisions.add(id);
    for (const id of change.gone) this.gone.add(id);
    for (const id of change.brackets) this.brackets.add(id);
    this.reordered ||= change.reordered;
  }

  any(): boolean {
    return this.reordered || this.provisions.size + this.gone.size + this.brackets.size > 0;
  }
}

function byKey(positions: readonly Position[]): ReadonlyMap<string, Position> {
  return new Map(positions.map((position) => [positionKey(position), position]));
}

/** Tells the engine what differs; returns what is filed now. */
function refile(
  before: ReadonlyMap<string, Position>,
  after: ReadonlyMap<string, Position>,
  file: (key: string, position: Position | undefined) => void,
): ReadonlyMap<string, Position> {
  for (const key of before.keys()) if (!after.has(key)) file(key, undefined);
  for (const [key, position] of after) if (before.get(key) !== position) file(key, position);
  return after;
}
