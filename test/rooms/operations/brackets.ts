import { isShapeKind } from '../../../shared/schema/bracket.ts';
import type { Bracket, Closure } from '../../../shared/schema/bracket.ts';
import { blockOf } from '../../../shared/sync/reading/block.ts';
import { duplicatesOf } from '../../../shared/brackets/duplicates.ts';
import { familyOf } from '../../../shared/brackets/family.ts';
import { resolveBracket } from '../../../shared/brackets/resolve.ts';
import { cutsPair } from '../../../shared/sync/writing/words.ts';
import { beside, characters, charactersIn, inSight } from '../ledger.ts';
import { NOTHING, pick, someSpan } from './turn.ts';
import type { Turn, Operation } from './turn.ts';

export const bracket: Operation = (turn) => {
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

export const withdraw: Operation = (turn) => {
  const { peer, commands, random, ledger } = turn;
  const own = peer.replica.read().brackets.filter(({ id }) => id.startsWith(`${peer.hand.code}-`));
  const chosen = pick(own, random);
  if (chosen === undefined) return undefined;
  const mayErase = new Set([...ledger.typed].filter(([, { code }]) => code === peer.hand.code).map(([each]) => each));
  const done = commands.withdrawBracket(peer.replica, peer.hand, { bracket: chosen.id });
  return { what: `withdraws ${chosen.kind} ${chosen.id} ${done.ok}`, mayErase };
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

export const rule: Operation = (turn) => {
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
export const bridge: Operation = ({ peer, commands, random, ledger, alphabet, session }) => {
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

export const merge: Operation = ({ peer, commands, random, ledger }) => {
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

export const support: Operation = ({ peer, commands, random }) => {
  const chosen = pick(peer.replica.read().brackets, random);
  if (chosen === undefined) return undefined;
  const as = pick(['second', 'keep', 'none'] as const, random)!;
  commands.second(peer.replica, peer.hand, { bracket: chosen.id, as });
  return { what: `says ${as} on ${chosen.id}`, mayErase: NOTHING };
};

export const offer: Operation = ({ peer, commands, random, alphabet, ledger, session }) => {
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

/** Offers other words, or "no text", beside words that stand or behind a slash; beside an option "no text" has letters. */
export const offerBeside: Operation = (turn) => {
  const { peer, commands, random, alphabet, ledger, session } = turn;
  const span = someSpan(turn, 5);
  if (span === undefined) return undefined;
  const isOfOptions = peer.replica.bracketsIn(span.provision).some(({ option }) => option);
  const text = random() < 0.2 && !isOfOptions ? '' : alphabet.word(2, random);
  const slash = random() < 0.4;
  const done = commands.offerVariant(peer.replica, peer.hand, { spans: [span], slash, ...(text && { text }) });
  if (!done.ok) return undefined;
  for (const each of text) {
    ledger.typed.set(each, { session, code: peer.hand.code, left: undefined, right: undefined, proposal: undefined });
  }
  return { what: `offers "${text}" beside ${JSON.stringify(span)}`, mayErase: NOTHING, wrote: text };
};

/** Proposes a provision, or an article, as an option beside another; never "no text", whose letters would stand in a run twice. */
export const offerOption: Operation = ({ peer, commands, random, alphabet, ledger, session }) => {
  const beside = pick(peer.replica.read().provisions, random);
  if (beside === undefined) return undefined;
  const lines = [alphabet.word(2, random)];
  if (beside.kind === 'heading') lines.push(alphabet.word(2, random), alphabet.word(2, random));
  const text = lines.join('');
  const done = commands.offerOption(peer.replica, peer.hand, { provision: beside.id, text: lines.join('\n') });
  if (!done.ok) return undefined;
  const now = peer.replica.provision(beside.id);
  if (now !== beside) throw new Error(`option beside ${beside.id}: the one that stands was changed`);
  for (const each of text) {
    ledger.typed.set(each, { session, code: peer.hand.code, left: undefined, right: undefined, proposal: undefined });
  }
  return { what: `offers "${text}" as an option beside ${beside.id}`, mayErase: NOTHING, wrote: text };
};
