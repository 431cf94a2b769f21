import type { Bracket } from '../schema/bracket.ts';
import type { BracketId, Code, ProvisionId } from '../schema/ids.ts';
import type { Target, VariantId } from '../schema/position.ts';
import { seatRoster } from '../positions/seats.ts';
import { parsePositionKey } from '../positions/record.ts';
import { gavelOn } from '../procedure/gavel.ts';
import { foldRulings, type RulingRecord } from '../procedure/record.ts';
import type { ProvisionAssessment } from './assessment.ts';
import { assessBracket, type BracketFinding } from './bracket-finding.ts';
import type { ConsensusEngine, MeetingFacts } from './engine-contract.ts';
import { createBoard } from './board.ts';
import type { DraftView } from './draft-view.ts';
import { changedKeys } from './changed-keys.ts';
import { createKeystones } from './keystones.ts';
import { indexPositions, type PositionIndex } from './position-index.ts';
import { assessProvision } from './provision-finding.ts';
import { comparePlaces, firstOf } from './reading-order.ts';
import { createFloor, type Floor, type Question, type Standing } from './standing.ts';
import { pushTo } from '../schema/push-to.ts';

// A position touches one slot, a slot one bracket, a bracket the provisions it has pieces in, a provision its place on the
// board. So every change marks brackets and provisions as stale, and `read` works off what is stale, in that order:
// brackets, provisions, keystones, board. What is not stale keeps its very object, which is what lets a screen follow.

interface OpenBracket {
  readonly finding: BracketFinding;
  /** Each once. */
  readonly places: readonly ProvisionId[];
}

export function createEngine(facts: MeetingFacts): ConsensusEngine {
  let { draft, delegations, groups } = facts;
  let positions: PositionIndex = indexPositions(facts.positions);
  let rulings: RulingRecord = foldRulings(facts.rulings);
  const implied = new Map(facts.implied);
  const heard = new Set<Code>();

  const open = new Map<BracketId, OpenBracket>();
  const inside = new Map<ProvisionId, Set<BracketId>>();
  /** By choice; each once. */
  const variants = new Map<BracketId, BracketId[]>();
  /** `variants` the other way round; made when the first bracket changes. */
  let choices: Map<BracketId, BracketId> | undefined;
  const standings = new Map<ProvisionId, Standing>();
  const waitingFor = new Map<BracketId, Set<ProvisionId>>();
  const waits = new Map<ProvisionId, ReadonlySet<BracketId>>();
  const keystones = createKeystones();
  const board = createBoard();

  const staleBrackets = new Set<BracketId>();
  const staleStandings = new Set<ProvisionId>();
  const staleProvisions = new Set<ProvisionId>();
  let staleOrder = true;

  const sit = (): Floor =>
    createFloor({
      seats: seatRoster(delegations, groups, heard),
      positions,
      isMet: ({ bracket, variant }) => rulings.outcomes.get(bracket) === variant,
    });
  let floor = sit();
  let staleFloor = false;

  /** Whoever speaks without standing in the roster gets a seat; whoever has one, or observes, changes nothing. */
  const hear = (code: Code): void => {
    if (heard.has(code)) return;
    heard.add(code);
    if (floor.seats.speakerOf(code) < 0) staleFloor = true;
  };

  /** The bracket that is assessed for this one: its choice while that is open, else itself (rule C2). */
  const rootOf = (id: BracketId): BracketId => {
    const side = draft.bracket(id);
    if (!side?.variantOf || side.closed) return id;
    const choice = draft.bracket(side.variantOf);
    return choice?.kind === 'choice' && !choice.closed ? choice.id : id;
  };

  const touchTarget = (target: Target): void => {
    if (target.type === 'provision') staleStandings.add(target.provision);
    else staleBrackets.add(rootOf(target.bracket));
  };

  const touchBracket = (id: BracketId, bracket = draft.bracket(id)): void => {
    const choiceOf = (choices ??= inverse(variants));
    const before = choiceOf.get(id);
    const choice = bracket && !bracket.closed ? bracket.variantOf : undefined;
    if (before !== choice) {
      const sides = before && variants.get(before);
      if (sides) sides.splice(sides.indexOf(id), 1);
      if (choice) {
        pushTo(variants, choice, id);
        choiceOf.set(id, choice);
      } else choiceOf.delete(id);
    }
    stale(id);
    if (before) stale(before);
    if (choice && choice !== before) stale(choice);
    for (const side of variants.get(id) ?? []) stale(side);
    if (!bracket) return;
    hear(bracket.proponent);
    bracket.supporters.forEach(hear);
    bracket.keepers.forEach(hear);
  };

  const stale = (id: BracketId): void => {
    // A variant is worked out with its choice.
    if (open.has(id) || rootOf(id) === id) staleBrackets.add(id);
    const waiting = waitingFor.size > 0 ? waitingFor.get(id) : undefined;
    if (waiting) for (const provision of waiting) staleProvisions.add(provision);
  };

  const touchEverything = (): void => {
    for (const { id } of draft.read().provisions) staleStandings.add(id);
    for (const id of open.keys()) staleBrackets.add(id);
    for (const { id } of draft.read().brackets) touchBracket(id);
  };

  /** As `touchEverything` with nothing known yet, without asking what was. It runs once, on everything: so it counts. */
  const takeIn = (): void => {
    const { provisions, brackets } = draft.read();
    for (let at = 0; at < provisions.length; at++) staleStandings.add(provisions[at]!.id);
    // Variants of one choice mostly follow each other, and so do brackets of one proponent.
    let choice: BracketId | undefined;
    let sides: BracketId[] = [];
    let standsAlone = false;
    let by: Code | undefined;
    for (let at = 0; at < brackets.length; at++) {
      const { id, closed, variantOf, proponent, supporters, keepers } = brackets[at]!;
      if (proponent !== by) hear((by = proponent));
      if (supporters.length > 0) supporters.forEach(hear);
      if (keepers.length > 0) keepers.forEach(hear);
      if (closed) continue;
      if (!variantOf) {
        staleBrackets.add(id);
        continue;
      }
      if (variantOf !== choice) {
        choice = variantOf;
        const known = variants.get(variantOf);
        sides = known ?? [];
        if (!known) variants.set(variantOf, sides);
        standsAlone = rootOf(id) === id;
      }
      sides.push(id);
      if (standsAlone) staleBrackets.add(id);
    }
  };

  const inReadingOrder = (ids: readonly BracketId[]): readonly Bracket[] => {
    const found: Bracket[] = [];
    let ordered = true;
    for (let at = 0; at < ids.length; at++) {
      const bracket = draft.bracket(ids[at]!);
      if (!bracket) continue;
      if (ordered && found.length > 0) ordered = comparePlaces(found[found.length - 1]!, bracket, draft) < 0;
      found.push(bracket);
    }
    return ordered ? found : found.sort((a, b) => comparePlaces(a, b, draft));
  };

  const settleBracket = (id: BracketId): void => {
    const bracket = draft.bracket(id);
    const stands = bracket && !bracket.closed && (!bracket.variantOf || rootOf(id) === id);
    const before = open.get(id);
    if (!stands && !before) return;
    const sides = stands && bracket.kind === 'choice' ? inReadingOrder(variants.get(id) ?? NOTHING) : NO_SIDES;
    const places = stands ? placesOf(bracket, sides, draft) : NOTHING;
    if (before)
      for (const place of before.places) {
        staleProvisions.add(place);
        inside.get(place)!.delete(id);
      }
    for (let at = 0; at < places.length; at++) {
      staleProvisions.add(places[at]!);
      addTo(inside, places[at]!, id);
    }
    const home = firstOf(places, draft);
    if (stands && home) {
      const distance = facts.distance && ((variant: VariantId) => facts.distance!(id, variant));
      const finding = assessBracket({ bracket, variants: sides, home, distance }, floor);
      open.set(id, { places, finding });
      if (before?.finding.assessment.provision === home) return;
    } else open.delete(id);
    if (waitingFor.size > 0) for (const waiting of waitingFor.get(id) ?? []) staleProvisions.add(waiting);
  };

  const seen = new Set<BracketFinding>();
  /** Open brackets in a provision that stand for themselves, a choice once for its variants. */
  const bracketsIn = (id: ProvisionId): readonly BracketFinding[] => {
    const here = draft.bracketsIn(id);
    const findings: BracketFinding[] = [];
    seen.clear();
    let choice: BracketId | undefined;
    for (let at = 0; at < here.length; at++) {
      const { id: inner, kind, variantOf } = here[at]!;
      if (variantOf && variantOf === choice) continue;
      const finding = open.get(variantOf ? rootOf(inner) : inner)?.finding;
      if (!finding || seen.has(finding)) continue;
      seen.add(finding);
      findings.push(finding);
      // Its variants mostly follow it.
      if (kind === 'choice' && finding.assessment.bracket === inner) choice = inner;
    }
    return findings;
  };

  /** Works out what a provision hangs on; returns the provisions whose number of dependants may be another now. */
  const settleConditions = (id: ProvisionId, findings: readonly BracketFinding[]): Iterable<ProvisionId> => {
    const alone = standings.get(id)?.pending ?? [];
    if (alone.length === 0 && !waits.has(id) && findings.every(({ pending }) => pending.length === 0)) return [];
    const pending = [...alone, ...findings.flatMap((finding) => finding.pending)];
    const awaited = new Set(pending.flatMap(({ record }) => record.conditionOn?.bracket ?? []).map(rootOf));
    for (const bracket of waits.get(id) ?? []) if (!awaited.has(bracket)) waitingFor.get(bracket)!.delete(id);
    for (const bracket of awaited) addTo(waitingFor, bracket, id);
    if (awaited.size > 0) waits.set(id, awaited);
    else waits.delete(id);
    const homes = [...awaited].flatMap((bracket) => open.get(bracket)?.finding.assessment.provision ?? []);
    return keystones.set(id, new Set(homes.filter((home) => home !== id)));
  };

  const settle = (): void => {
    if (staleFloor) floor = sit();
    staleFloor = false;
    for (const id of staleBrackets) settleBracket(id);
    for (const id of staleStandings) {
      staleProvisions.add(id);
      if (draft.indexOf(id) < 0) standings.delete(id);
      else standings.set(id, floor.standingOn(onProvision(id)));
    }
    const findings = new Map([...staleProvisions].map((id) => [id, bracketsIn(id)]));
    const keys = [...findings].flatMap(([id, found]) => [...settleConditions(id, found)]);
    for (const id of keys) if (keystones.dependants(id) !== board.find(id)?.dependants) staleProvisions.add(id);
    for (const id of staleProvisions) {
      const provision = draft.provision(id);
      const standing = standings.get(id);
      const assessment =
        provision && standing && draft.indexOf(id) >= 0
          ? assessProvision(
              {
                provision: id,
                gavel: gavelOn(provision, draft.bracketsIn(id), rulings),
                brackets: findings.get(id) ?? bracketsIn(id),
                implied: implied.get(id) ?? 0,
                standing,
                dependants: keystones.dependants(id),
              },
              floor.seats,
            )
          : undefined;
      const silent = provision?.kind === 'heading' || provision?.kind === 'note';
      board.set(id, assessment && silent && isUntouched(assessment) ? undefined : assessment);
    }
  };

  positions.codes.forEach(hear);
  takeIn();

  return {
    read() {
      if (staleBrackets.size + staleStandings.size + staleProvisions.size > 0 || staleOrder) {
        settle();
        if (staleOrder) board.reorder((id) => draft.indexOf(id));
        staleBrackets.clear();
        staleStandings.clear();
        staleProvisions.clear();
        staleOrder = false;
      }
      return board.read(open.size);
    },
    setPosition(key, position) {
      const slot = position ?? parsePositionKey(key);
      if (!slot) return;
      if (position) {
        hear(position.delegation);
        positions.file(position);
      } else positions.remove(slot);
      touchTarget(slot.target);
    },
    setPositions(next) {
      for (const { target } of positions.all()) touchTarget(target);
      positions = indexPositions(next);
      positions.codes.forEach(hear);
      staleFloor = true;
      for (const { target } of positions.all()) touchTarget(target);
    },
    draftChanged(touched, view = draft) {
      draft = view;
      for (const id of [...touched.provisions, ...touched.gone]) {
        staleStandings.add(id);
        for (const bracket of inside.get(id) ?? []) staleBrackets.add(bracket);
        for (const bracket of draft.bracketsIn(id)) staleBrackets.add(rootOf(bracket.id));
      }
      for (const id of touched.brackets) touchBracket(id);
      if (touched.reordered || touched.gone.size > 0) {
        staleOrder = true;
        // Only what stands in several provisions can have another home, or its variants in another order.
        for (const [id, { places }] of open) if (places.length > 1) staleBrackets.add(id);
      }
    },
    setRoster(nextDelegations, nextGroups) {
      delegations = nextDelegations;
      groups = nextGroups;
      floor = sit();
      touchEverything();
    },
    setRulings(next) {
      const before = rulings;
      rulings = foldRulings(next);
      for (const id of changedKeys(before.outcomes, rulings.outcomes))
        for (const target of positions.hangingOn(id)) touchTarget(target);
      for (const id of changedKeys(before.agreed, rulings.agreed)) staleProvisions.add(id);
      for (const id of changedKeys(before.reopened, rulings.reopened)) staleProvisions.add(id);
    },
    setImplied(provision, count) {
      if ((implied.get(provision) ?? 0) === count) return;
      if (count > 0) implied.set(provision, count);
      else implied.delete(provision);
      staleProvisions.add(provision);
    },
  };
}

/** The provisions in sight that a bracket or one of its variants stands in, each once. */
function placesOf(bracket: Bracket, sides: readonly Bracket[], draft: DraftView): readonly ProvisionId[] {
  const places: ProvisionId[] = [];
  for (let at = -1; at < sides.length; at++) {
    const { pieces } = at < 0 ? bracket : sides[at]!;
    for (let nth = 0; nth < pieces.length; nth++) {
      const { provision } = pieces[nth]!;
      if (!places.includes(provision) && draft.indexOf(provision) >= 0) places.push(provision);
    }
  }
  // As long as it is: there are thousands, and they stay.
  return places.slice();
}

const NOTHING: readonly never[] = [];
const NO_SIDES: readonly Bracket[] = [];

function addTo<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set<Value>().add(value));
}

function inverse<Key, Value>(lists: ReadonlyMap<Key, readonly Value[]>): Map<Value, Key> {
  const keyOf = new Map<Value, Key>();
  for (const [key, values] of lists) for (const value of values) keyOf.set(value, key);
  return keyOf;
}

function onProvision(provision: ProvisionId): Question {
  return { exact: [{ type: 'provision', provision }], wider: [], proposals: [] };
}

function isUntouched({ status, brackets, reasons, stances }: ProvisionAssessment): boolean {
  return status === 'ready' && brackets.length === 0 && reasons.length === 0 && stances.size === 0;
}
