import type { Place } from '../../shared/sync/contract.ts';
import { isShapeKind, type Bracket, type Closure } from '../../shared/schema/bracket.ts';
import { blockOf } from '../../shared/sync/writing/reading-order.ts';
import type { BracketId, ProvisionId } from '../../shared/schema/ids.ts';
import { duplicatesOf } from '../../shared/brackets/duplicates.ts';
import { familyOf } from '../../shared/brackets/family.ts';
import { resolveBracket } from '../../shared/brackets/resolve.ts';
import { cutsPair } from '../../shared/sync/writing/words.ts';
import type { Alphabet } from './alphabet.ts';
import { beside, characters, charactersIn, everyCharacter, inSight } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import type { Commands, RoomPeer } from './peer.ts';

/** What an operation is given: the peer it is done at, chance, and what is known of the run. */
export interface Turn {
  readonly peer: RoomPeer;
  readonly session: string;
  readonly commands: Commands;
  readonly random: () => number;
  readonly alphabet: Alphabet;
  readonly ledger: Ledger;
  /** What gives way to what is being composed. */
  readonly selected: Set<string>;
}

/** What was done, in words, and which characters it may have taken away or put in. */
export interface Done {
  readonly what: string;
  readonly mayErase: ReadonlySet<string>;
  readonly wrote?: string;
  /** Undo and redo: held to other rules. */
  readonly isUndo?: boolean;
}

export type Operation = (turn: Turn) => Done | undefined;

const NOTHING: ReadonlySet<string> = new Set();
export const pick = <Each>(list: readonly Each[], random: () => number): Each | undefined =>
  list[Math.floor(random() * list.length)];

const isDrafting = ({ peer }: Turn): boolean => peer.hand.mode === 'draft';

function somePlace({ peer, random }: Turn): Place | undefined {
  const provision = pick(peer.replica.read().provisions, random);
  if (provision === undefined) return undefined;
  const { text, id } = provision;
  const edges = peer.replica.bracketsIn(id).flatMap(({ pieces }) => pieces.flatMap(({ from, to }) => [from, to]));
  const chance = random();
  let offset = Math.floor(random() * (text.length + 1));
  if (chance < 0.3 && edges.length > 0) offset = Math.min(pick(edges, random)!, text.length);
  else if (chance < 0.4) offset = 0;
  else if (chance < 0.5) offset = text.length;
  return { provision: id, offset: cutsPair(text, offset) ? offset + 1 : offset };
}

function someSpan(turn: Turn, longest: number): { provision: ProvisionId; from: number; to: number } | undefined {
  const place = somePlace(turn);
  if (place === undefined) return undefined;
  const text = turn.peer.replica.provision(place.provision)!.text;
  let to = Math.min(text.length, place.offset + 1 + Math.floor(turn.random() * longest));
  if (cutsPair(text, to)) to += 1;
  return to === place.offset ? undefined : { provision: place.provision, from: place.offset, to };
}

const say = (place: Place): string => `${place.provision}@${place.offset}`;

/**
 * Brackets of others that end or begin at a place: what is typed there is outside them. Not at a seam, over which a
 * bracket may go on, and none with open edges. Not where one ends and another begins either: they may both hold on to
 * words that were erased there, and there is no place outside both.
 */
function bracketsBeside({ peer }: Turn, at: Place): BracketId[] {
  const { index } = peer.replica;
  const parts = index.composed.get(at.provision)?.parts ?? [];
  if (parts.some(({ base, length }) => at.offset === base || at.offset === base + length)) return [];
  const there = peer.replica.bracketsIn(at.provision);
  const pieces = there
    .flatMap((each) => each.pieces)
    .filter(({ provision, from, to }) => {
      return provision === at.provision && from < to;
    });
  if (pieces.some(({ from }) => from === at.offset) && pieces.some(({ to }) => to === at.offset)) return [];
  return there.flatMap(({ id, pieces: [piece, ...more] }) => {
    const stored = index.brackets.records.get(id)?.pieces ?? [];
    const closed = stored.length === 1 && stored[0]!.type === 'range' && !stored[0]!.start.open && !stored[0]!.end.open;
    const plain = piece !== undefined && more.length === 0 && closed && piece.from < piece.to;
    const isOwn = id.startsWith(`${peer.hand.code}-`);
    return plain && !isOwn && (piece.from === at.offset || piece.to === at.offset) ? [id] : [];
  });
}

/** Types a word character by character where a person would. */
const type: Operation = (turn) => {
  const { peer, random, alphabet, ledger, session } = turn;
  let at = somePlace(turn);
  if (at === undefined) return undefined;
  const word = alphabet.word(1 + Math.floor(random() * 4), random);
  const what = `types ${word} at ${say(at)}`;
  for (const character of word) {
    const before: string = peer.replica.provision(at.provision)!.text;
    const outside = bracketsBeside(turn, at);
    const done = peer.insert(at, character);
    if (!done.ok) throw new Error(`${what}: ${done.reason}`);
    for (const id of outside) {
      const beside = peer.replica.bracket(id);
      if (beside !== undefined && charactersIn(peer.replica, beside).has(character))
        throw new Error(`${what}: inside ${id}, at whose edge it was typed`);
    }
    const after = peer.replica.provision(at.provision)!.text;
    if (after !== before.slice(0, at.offset) + character + before.slice(at.offset))
      throw new Error(`${what}: misplaced`);
    const proposal = isDrafting(turn)
      ? undefined
      : peer.replica
          .bracketsIn(at.provision)
          .findLast((each) => isOwnInsert(turn, each) && charactersIn(peer.replica, each).has(character))?.id;
    if (!isDrafting(turn) && proposal === undefined) throw new Error(`${what}: outside any proposal`);
    ledger.typed.set(character, { session, code: peer.hand.code, ...beside(peer.replica, character), proposal });
    at = done.value;
  }
  return { what, mayErase: NOTHING, wrote: word };
};

const isOwnInsert = ({ peer }: Turn, bracket: Bracket): boolean =>
  bracket.kind === 'insert' && bracket.proponent === peer.hand.code;

/** Of the characters in spans, those the peer may take away: all when drafting, its own when proposing. */
function erasable(turn: Turn, spans: readonly { provision: ProvisionId; from: number; to: number }[]): Set<string> {
  const { peer, ledger } = turn;
  const all = spans.flatMap(({ provision, from, to }) =>
    characters(peer.replica.provision(provision)!.text.slice(from, to)),
  );
  return new Set(all.filter((each) => isDrafting(turn) || ledger.authorOf(each) === peer.hand.code));
}

const erase: Operation = (turn) => {
  const span = someSpan(turn, 6);
  const other = turn.random() < 0.2 ? someSpan(turn, 4) : undefined;
  if (span === undefined) return undefined;
  const spans = other === undefined ? [span] : [span, other];
  const mayErase = erasable(turn, spans);
  const done = turn.peer.erase(spans);
  return { what: `erases ${JSON.stringify(spans)} ${done.ok}`, mayErase };
};

const replace: Operation = (turn) => {
  const { peer, random, alphabet, ledger, session } = turn;
  const span = someSpan(turn, 5);
  if (span === undefined) return undefined;
  const mayErase = erasable(turn, [span]);
  const word = alphabet.word(1 + Math.floor(random() * 3), random);
  const done = peer.replace([span], word);
  if (!done.ok) throw new Error(`replace: ${done.reason}`);
  const after = peer.replica.provision(span.provision)!.text;
  if (after.slice(done.value.offset - word.length, done.value.offset) !== word) throw new Error('replace: misplaced');
  for (const character of word) {
    const { code } = peer.hand;
    ledger.typed.set(character, { session, code, ...beside(peer.replica, character), proposal: undefined });
  }
  return { what: `replaces ${JSON.stringify(span)} by ${word}`, mayErase, wrote: word };
};

const bracket: Operation = (turn) => {
  const { peer, commands, random, ledger } = turn;
  const span = someSpan(turn, 8);
  if (span === undefined) return undefined;
  const next = peer.replica.read().provisions[peer.replica.indexOf(span.provision) + 1];
  const spans = [span];
  if (random() < 0.2 && next !== undefined && next.text !== '') {
    spans[0] = { ...span, to: peer.replica.provision(span.provision)!.text.length };
    const to = Math.ceil(next.text.length / 2);
    spans.push({ provision: next.id, from: 0, to: cutsPair(next.text, to) ? to + 1 : to });
  }
  const kind = pick(['hold', 'delete', 'placeholder', 'choice'] as const, random)!;
  const held = new Set(
    spans.flatMap(({ provision, from, to }) => characters(peer.replica.provision(provision)!.text.slice(from, to))),
  );
  const done = commands.addBracket(peer.replica, peer.hand, { kind, spans });
  if (!done.ok) return undefined;
  ledger.bracketed.set(done.value, held);
  const inside = charactersIn(peer.replica, peer.replica.bracket(done.value)!);
  const exact = inside.size === held.size && [...held].every((each) => inside.has(each));
  if (!exact) throw new Error(`bracket ${done.value} holds other words than it was put round`);
  return { what: `brackets ${JSON.stringify(spans)} as ${kind} ${done.value}`, mayErase: NOTHING };
};

const withdraw: Operation = (turn) => {
  const { peer, commands, random, ledger } = turn;
  const own = peer.replica.read().brackets.filter(({ id }) => id.startsWith(`${peer.hand.code}-`));
  const chosen = pick(own, random);
  if (chosen === undefined) return undefined;
  const mayErase = new Set([...ledger.typed].filter(([, { code }]) => code === peer.hand.code).map(([each]) => each));
  const done = commands.withdrawBracket(peer.replica, peer.hand, { bracket: chosen.id });
  return { what: `withdraws ${chosen.kind} ${chosen.id} ${done.ok}`, mayErase };
};

/** What proposing to change the shape of the draft never does. */
function keepsShape({ peer }: Turn, what: string, propose: () => { readonly ok: boolean }): Done {
  const before = peer.replica.read().provisions;
  const done = propose();
  const after = peer.replica.read().provisions;
  const same = before.length === after.length && before.every((each, index) => each === after[index]);
  if (!same) throw new Error(`${what}: a proposal changed the draft`);
  return { what: `${what} ${done.ok}`, mayErase: NOTHING };
}

const split: Operation = (turn) => {
  const { peer, commands } = turn;
  const at = somePlace(turn);
  if (at === undefined) return undefined;
  if (!isDrafting(turn))
    return keepsShape(turn, `proposes to split ${say(at)}`, () =>
      commands.splitProvision(peer.replica, peer.hand, { at }),
    );
  const before = peer.replica.read().provisions;
  const done = commands.splitProvision(peer.replica, peer.hand, { at });
  if (!done.ok) return { what: `splits ${say(at)}: ${done.reason}`, mayErase: NOTHING };
  const index = before.findIndex(({ id }) => id === at.provision);
  const { text } = before[index]!;
  const halves = peer.replica
    .read()
    .provisions.slice(index, index + 2)
    .map((each) => each.text);
  const expected = [text.slice(0, at.offset), text.slice(at.offset)];
  if (halves.join('|') !== expected.join('|'))
    throw new Error(`split ${say(at)}: ${halves.join('|')} for ${expected.join('|')}`);
  return { what: `splits ${say(at)}`, mayErase: NOTHING };
};

const join: Operation = (turn) => {
  const { peer, commands, random } = turn;
  const { provisions } = peer.replica.read();
  const index = 1 + Math.floor(random() * (provisions.length - 1));
  const second = provisions[index];
  if (second === undefined) return undefined;
  const first = provisions[index - 1]!;
  if (!isDrafting(turn))
    return keepsShape(turn, `proposes to join ${second.id}`, () =>
      commands.joinProvision(peer.replica, peer.hand, { provision: second.id }),
    );
  const done = commands.joinProvision(peer.replica, peer.hand, { provision: second.id });
  if (done.ok && peer.replica.provision(first.id)?.text !== first.text + second.text)
    throw new Error('join: words differ');
  return { what: `joins ${second.id} to ${first.id} ${done.ok}`, mayErase: NOTHING };
};

const move: Operation = (turn) => {
  const { peer, commands, random } = turn;
  const { provisions } = peer.replica.read();
  const moved = pick(provisions, random)!;
  const after = random() < 0.15 ? null : pick(provisions, random)!.id;
  if (!isDrafting(turn))
    return keepsShape(turn, `proposes to move ${moved.id} after ${after}`, () =>
      commands.moveProvision(peer.replica, peer.hand, { provision: moved.id, after }),
    );
  const done = commands.moveProvision(peer.replica, peer.hand, { provision: moved.id, after });
  if (done.ok) {
    const stands = peer.replica.indexOf(moved.id);
    const before = peer.replica.read().provisions[stands - 1]?.id ?? null;
    if (before !== after) throw new Error(`move: stands after ${before}, not after ${after}`);
  }
  return { what: `moves ${moved.id} after ${after} ${done.ok}`, mayErase: NOTHING };
};

const remove: Operation = (turn) => {
  const { peer, commands, random } = turn;
  const { provisions } = peer.replica.read();
  if (provisions.length < 4) return undefined;
  const gone = pick(provisions, random)!;
  const done = commands.removeProvision(peer.replica, peer.hand, { provision: gone.id });
  if (done.ok && isDrafting(turn) && peer.replica.indexOf(gone.id) >= 0) throw new Error('remove: still in sight');
  // What was split off a proposal that is withdrawn stays, without its proponent's words.
  const own = new Set([...turn.ledger.typed].filter(([, { code }]) => code === peer.hand.code).map(([each]) => each));
  return { what: `removes ${gone.id} ${done.ok}`, mayErase: isDrafting(turn) ? NOTHING : own };
};

const restore: Operation = ({ peer, commands, random }) => {
  const hidden = [...peer.replica.index.records.values()].filter((each) => each.hidden === true);
  const back = pick(hidden, random);
  if (back === undefined) return undefined;
  const done = commands.restoreProvision(peer.replica, peer.hand, { provision: back.id });
  return { what: `restores ${back.id} ${done.ok}`, mayErase: NOTHING };
};

const add: Operation = ({ peer, commands, random, alphabet, ledger, session }) => {
  const after = pick(peer.replica.read().provisions, random)?.id ?? null;
  const text = random() < 0.3 ? '' : alphabet.word(3, random);
  const relation = after === null ? undefined : ({ type: 'insertAfter', to: after } as const);
  const made = { after, kind: 'operative', level: Math.floor(random() * 2), text } as const;
  const done = commands.addProvision(peer.replica, peer.hand, relation ? { ...made, relation } : made);
  if (!done.ok) throw new Error(`add: ${done.reason}`);
  for (const each of text) {
    ledger.typed.set(each, { session, code: peer.hand.code, left: undefined, right: undefined, proposal: undefined });
  }
  return { what: `adds ${done.value.provision} "${text}" after ${after}`, mayErase: NOTHING, wrote: text };
};

/** A ruling on a proposal about the shape takes no word; a move that was accepted has come about. */
function auditShape(
  { peer }: Turn,
  { kind, goesTo, pieces }: Bracket,
  { accepted, words }: { accepted: boolean; words: ReadonlySet<string> },
): void {
  const now = inSight(peer.replica);
  if ([...words].some((each) => !now.has(each))) throw new Error(`ruling on a ${kind} lost words`);
  const subject = pieces[0]?.provision;
  if (!accepted || kind !== 'move' || subject === undefined || goesTo === undefined) return;
  const before = peer.replica.read().provisions[peer.replica.indexOf(subject) - 1]?.id ?? null;
  const isUnderIt = goesTo !== null && blockOf(peer.replica.index, subject).includes(goesTo);
  if (before !== goesTo && !isUnderIt) throw new Error(`accepted move: stands after ${before}, not after ${goesTo}`);
}

const rule: Operation = (turn) => {
  const { peer, commands, random, ledger } = turn;
  const draft = peer.replica.read();
  const chosen = pick(draft.brackets, random);
  if (chosen === undefined) return undefined;
  const outcome = pick(['keep', 'drop', 'chosen'] as const, random)!;
  const variant = draft.brackets.find((each) => each.variantOf === chosen.id)?.id;
  const closure: Closure = { outcome, at: 1, ...(outcome === 'chosen' && variant && { variant }) };
  const settled = resolveBracket(draft, chosen.id, closure);
  if (settled === undefined) return undefined;
  const mayErase = charactersIn(peer.replica, { pieces: settled.erase.map((span) => ({ ...span, label: false })) });
  const words = inSight(peer.replica);
  const family = random() < 0.3;
  const inside = family ? familyOf(draft, chosen.id, closure) : [];
  for (const each of inside) {
    const nested = resolveBracket(draft, each.bracket, { outcome: each.outcome, at: 1 });
    const pieces = nested?.erase.map((span) => ({ ...span, label: false })) ?? [];
    for (const character of charactersIn(peer.replica, { pieces })) mayErase.add(character);
  }
  const done = commands.closeBracket(peer.replica, peer.hand, { bracket: chosen.id, closure, family });
  if (done.ok) for (const each of inside) ledger.closed.add(each.bracket);
  if (isShapeKind(chosen.kind)) auditShape(turn, chosen, { accepted: done.ok && outcome === 'keep', words });
  if (done.ok) for (const each of settled.close) ledger.closed.add(each.bracket);
  return { what: `rules ${outcome} on ${chosen.kind} ${chosen.id} ${done.ok}`, mayErase };
};

/** The chair's words in the stead of all that a bracket holds. */
const bridge: Operation = ({ peer, commands, random, ledger, alphabet, session }) => {
  const draft = peer.replica.read();
  const chosen = pick(draft.brackets, random);
  const settled = chosen && resolveBracket(draft, chosen.id, { outcome: 'drop', at: 1 }, { replaced: true });
  if (chosen === undefined || settled === undefined || isShapeKind(chosen.kind)) return undefined;
  const text = alphabet.word(2, random);
  const mayErase = charactersIn(peer.replica, { pieces: settled.erase.map((span) => ({ ...span, label: false })) });
  const done = commands.bridgeBracket(peer.replica, peer.hand, { bracket: chosen.id, text, at: 1 });
  if (!done.ok) return undefined;
  for (const each of settled.close) ledger.closed.add(each.bracket);
  for (const each of text) {
    ledger.typed.set(each, { session, code: peer.hand.code, ...beside(peer.replica, each), proposal: undefined });
  }
  const { pieces } = peer.replica.bracket(done.value)!;
  if ([...charactersIn(peer.replica, { pieces })].join('') !== text)
    throw new Error('bridge: the variant has other words');
  return { what: `bridges ${chosen.kind} ${chosen.id} by ${text}`, mayErase, wrote: text };
};

const merge: Operation = ({ peer, commands, random, ledger }) => {
  const group = pick(duplicatesOf(peer.replica.read()), random);
  if (group === undefined) return undefined;
  const said = new Set(group.map((id) => peer.replica.bracket(id)!.proponent));
  const done = commands.mergeDuplicates(peer.replica, peer.hand, { bracket: group.at(-1)!, at: 1 });
  if (!done.ok) throw new Error(`merge: ${done.reason}`);
  for (const each of done.value.merged) ledger.closed.add(each);
  const { proponent, supporters } = peer.replica.bracket(done.value.kept)!;
  for (const code of said) {
    const isKept = code === proponent || supporters.includes(code) || code === 'CHAIR' || code === 'SEC';
    if (!isKept) throw new Error(`merge: ${code} is lost`);
  }
  return { what: `merges ${group.join(' ')}`, mayErase: NOTHING };
};

const freeze: Operation = ({ peer, commands, random }) => {
  const frozen = random() < 0.5;
  const done = commands.freezeNumbers(peer.replica, peer.hand, { frozen });
  return { what: `freezes numbers ${frozen} ${done.ok}`, mayErase: NOTHING };
};

/** An act of several commands, as a paste of several paragraphs is; now and then taken back at once, by one press. */
const several: Operation = (turn) => {
  const { peer, commands, random, alphabet, ledger, session } = turn;
  const at = somePlace(turn);
  if (at === undefined) return undefined;
  const before = peer.replica.read();
  const [first, more] = [alphabet.word(2, random), alphabet.word(2, random)] as const;
  const note = (word: string): void => {
    for (const each of word) {
      const { code } = peer.hand;
      ledger.typed.set(each, { session, code, ...beside(peer.replica, each), proposal: undefined });
    }
  };
  peer.undo.asOne(() => {
    const put = commands.insertText(peer.replica, peer.hand, { at, text: first });
    if (!put.ok) throw new Error(`several: ${put.reason}`);
    note(first);
    const made = { after: at.provision, kind: 'operative', level: 0, text: more } as const;
    commands.addProvision(peer.replica, peer.hand, made);
    note(more);
    const { provision, offset } = put.value;
    const spans = [{ provision, from: offset - first.length, to: offset }];
    commands.addBracket(peer.replica, peer.hand, { kind: 'hold', spans });
  });
  const what = `does several things at ${say(at)}, ${first} ${more}`;
  if (random() < 0.7) return { what, mayErase: NOTHING, wrote: first + more };
  if (!peer.undo.undo()) throw new Error(`${what}: not undone`);
  for (const each of first + more) ledger.noteErased(each, session);
  const after = peer.replica.read();
  const same = after.provisions.length === before.provisions.length && after.brackets.length === before.brackets.length;
  if (!same || everyCharacter(peer.replica).some((each) => (first + more).includes(each)))
    throw new Error(`${what}: one press does not take it back`);
  return { what: `${what}, and takes it back`, mayErase: NOTHING };
};

const undo: Operation = ({ peer }) => ({ what: `undoes ${peer.undo.undo()}`, mayErase: NOTHING, isUndo: true });
const redo: Operation = ({ peer }) => ({ what: `redoes ${peer.undo.redo()}`, mayErase: NOTHING, isUndo: true });

const mark: Operation = (turn) => {
  const span = someSpan(turn, 6);
  if (span === undefined) return undefined;
  const request = { spans: [span], mark: pick(['italic', 'bold'] as const, turn.random)!, on: turn.random() < 0.7 };
  turn.commands.markText(turn.peer.replica, turn.peer.hand, request);
  return { what: `marks ${JSON.stringify(request)}`, mayErase: NOTHING };
};

const support: Operation = ({ peer, commands, random }) => {
  const chosen = pick(peer.replica.read().brackets, random);
  if (chosen === undefined) return undefined;
  const as = pick(['second', 'keep', 'none'] as const, random)!;
  commands.second(peer.replica, peer.hand, { bracket: chosen.id, as });
  return { what: `says ${as} on ${chosen.id}`, mayErase: NOTHING };
};

const offer: Operation = ({ peer, commands, random, alphabet, ledger, session }) => {
  const chosen = pick(
    peer.replica.read().brackets.filter((each) => each.kind === 'choice'),
    random,
  );
  if (chosen === undefined) return undefined;
  const isOfOptions = peer.replica.read().brackets.some(({ variantOf, option }) => variantOf === chosen.id && option);
  const text = random() < 0.3 && !isOfOptions ? '' : alphabet.word(2, random);
  const done = commands.addVariant(
    peer.replica,
    peer.hand,
    text === '' ? { choice: chosen.id } : { choice: chosen.id, text },
  );
  if (!done.ok) return undefined;
  for (const each of text) {
    ledger.typed.set(each, { session, code: peer.hand.code, left: undefined, right: undefined, proposal: done.value });
  }
  return { what: `offers "${text}" in ${chosen.id}`, mayErase: NOTHING, wrote: text };
};

/** Offers other words, or "no text", beside words that stand or behind a slash. */
const offerBeside: Operation = (turn) => {
  const { peer, commands, random, alphabet, ledger, session } = turn;
  const span = someSpan(turn, 5);
  if (span === undefined) return undefined;
  const text = random() < 0.2 ? '' : alphabet.word(2, random);
  const slash = random() < 0.4;
  const done = commands.offerVariant(peer.replica, peer.hand, { spans: [span], slash, ...(text && { text }) });
  if (!done.ok) return undefined;
  for (const each of text) {
    ledger.typed.set(each, { session, code: peer.hand.code, left: undefined, right: undefined, proposal: undefined });
  }
  return { what: `offers "${text}" beside ${JSON.stringify(span)}`, mayErase: NOTHING, wrote: text };
};

/** Proposes a provision as an option beside another; never "no text", whose letters would stand in a run twice. */
const offerOption: Operation = ({ peer, commands, random, alphabet, ledger, session }) => {
  const beside = pick(peer.replica.read().provisions, random)!;
  const text = alphabet.word(2, random);
  const done = commands.offerOption(peer.replica, peer.hand, { provision: beside.id, text });
  if (!done.ok) return undefined;
  const now = peer.replica.provision(beside.id);
  if (now !== beside) throw new Error(`option beside ${beside.id}: the one that stands was changed`);
  for (const each of text) {
    ledger.typed.set(each, { session, code: peer.hand.code, left: undefined, right: undefined, proposal: undefined });
  }
  return { what: `offers "${text}" as an option beside ${beside.id}`, mayErase: NOTHING, wrote: text };
};

const set: Operation = ({ peer, commands, random }) => {
  const provision = pick(peer.replica.read().provisions, random)!.id;
  commands.setProvision(peer.replica, peer.hand, { provision, level: Math.floor(random() * 3) });
  return { what: `sets the level of ${provision}`, mayErase: NOTHING };
};

/** Begins to compose; what is selected gives way when it is done, as far as the hand may erase it. */
const compose: Operation = (turn) => {
  const { peer, random } = turn;
  const place = somePlace(turn);
  if (peer.composing === undefined || place === undefined) return undefined;
  const span = random() < 0.4 ? someSpan(turn, 4) : undefined;
  const chosen = span ?? { provision: place.provision, from: place.offset, to: place.offset };
  turn.selected.clear();
  if (span !== undefined) for (const each of erasable(turn, [span])) turn.selected.add(each);
  peer.composing.begin(chosen);
  return { what: `begins to compose at ${JSON.stringify(chosen)}`, mayErase: NOTHING };
};

/** Ends what was begun, at the place where it belongs by now. */
export const finish: Operation = ({ peer, alphabet, random, ledger, session, selected }) => {
  const word = alphabet.word(1 + Math.floor(random() * 3), random);
  const behind = peer.composing?.finish(word);
  if (behind === undefined) return { what: `composed ${word}, and its place was gone`, mayErase: NOTHING };
  const text = peer.replica.provision(behind.provision)!.text;
  if (text.slice(behind.offset - word.length, behind.offset) !== word) throw new Error('compose: misplaced');
  for (const each of word) {
    ledger.typed.set(each, { session, code: peer.hand.code, ...beside(peer.replica, each), proposal: undefined });
  }
  return { what: `composes ${word}`, mayErase: new Set(selected), wrote: word };
};

/** Operations with their weights; a drafting hand has those of the chair too. */
export const PROPOSING: readonly (readonly [Operation, number])[] = [
  [type, 12],
  [erase, 5],
  [replace, 3],
  [bracket, 3],
  [withdraw, 2],
  [add, 1],
  [remove, 1],
  [undo, 3],
  [redo, 1.5],
  [support, 0.5],
  [offer, 1],
  [offerBeside, 1],
  [offerOption, 0.7],
  [set, 0.3],
  [several, 0.8],
  [compose, 2],
  [split, 0.7],
  [join, 0.5],
  [move, 0.7],
];
export const DRAFTING: readonly (readonly [Operation, number])[] = [
  ...PROPOSING,
  [split, 4],
  [join, 3],
  [move, 2],
  [restore, 1.5],
  [rule, 3],
  [mark, 1.5],
  [bridge, 1],
  [merge, 1],
  [freeze, 0.3],
];
