import { beside, characters, charactersIn, everyCharacter } from '../ledger.ts';
import { bracketsBeside, isOwnInsert } from './edges.ts';
import { NOTHING, pick, isDrafting, somePlace, someSpan, say, erasable } from './turn.ts';
import type { Operation } from './turn.ts';

/** Types a word character by character where a person would. */
export const type: Operation = (turn) => {
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

export const erase: Operation = (turn) => {
  const span = someSpan(turn, 6);
  const other = turn.random() < 0.2 ? someSpan(turn, 4) : undefined;
  if (span === undefined) return undefined;
  const spans = other === undefined ? [span] : [span, other];
  const mayErase = erasable(turn, spans);
  const what = `erases ${JSON.stringify(spans)}`;
  const before = turn.peer.replica.provision(span.provision)!.text.slice(0, span.from);
  const done = turn.peer.erase(spans);
  const after = done.ok && turn.peer.replica.provision(done.value.provision)?.text.slice(0, done.value.offset);
  // A slash before one's own words goes with them, and is no character of these.
  const told = after && characters(after).join('');
  const stays = done.ok && other === undefined && done.value.provision === span.provision;
  if (stays && told !== undefined && told !== characters(before).join(''))
    throw new Error(`${what}: told a place behind ${told}, not ${before}`);
  return { what: `${what} ${done.ok}`, mayErase };
};

export const replace: Operation = (turn) => {
  const { peer, random, alphabet, ledger, session } = turn;
  const span = someSpan(turn, 5);
  if (span === undefined) return undefined;
  const mayErase = erasable(turn, [span]);
  const word = alphabet.word(1 + Math.floor(random() * 3), random);
  const what = `replaces ${JSON.stringify(span)} by ${word}`;
  const before = peer.replica.provision(span.provision)!.text;
  const done = peer.replace([span], word);
  if (!done.ok) throw new Error(`${what}: ${done.reason}`);
  const after = peer.replica.provision(span.provision)!.text;
  const told = after.slice(done.value.offset - word.length, done.value.offset);
  if (told !== word) throw new Error(`${what}: misplaced, ${before} became ${after}, told ${done.value.offset}`);
  for (const character of word) {
    const { code } = peer.hand;
    ledger.typed.set(character, { session, code, ...beside(peer.replica, character), proposal: undefined });
  }
  return { what, mayErase, wrote: word };
};

/** An act of several commands, as a paste of several paragraphs is; now and then taken back at once, by one press. */
export const several: Operation = (turn) => {
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

export const undo: Operation = ({ peer }) => ({ what: `undoes ${peer.undo.undo()}`, mayErase: NOTHING, isUndo: true });

export const redo: Operation = ({ peer }) => ({ what: `redoes ${peer.undo.redo()}`, mayErase: NOTHING, isUndo: true });

export const mark: Operation = (turn) => {
  const span = someSpan(turn, 6);
  if (span === undefined) return undefined;
  const request = { spans: [span], mark: pick(['italic', 'bold'] as const, turn.random)!, on: turn.random() < 0.7 };
  turn.commands.markText(turn.peer.replica, turn.peer.hand, request);
  return { what: `marks ${JSON.stringify(request)}`, mayErase: NOTHING };
};

/** Begins to compose; what is selected gives way when it is done, as far as the hand may erase it. */
export const compose: Operation = (turn) => {
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
