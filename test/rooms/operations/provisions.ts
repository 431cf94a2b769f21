import { NOTHING, pick, isDrafting, somePlace, say } from './turn.ts';
import type { Turn, Done, Operation } from './turn.ts';

/** What proposing to change the shape of the draft never does. */
function keepsShape({ peer }: Turn, what: string, propose: () => { readonly ok: boolean }): Done {
  const before = peer.replica.read().provisions;
  const done = propose();
  const after = peer.replica.read().provisions;
  const same = before.length === after.length && before.every((each, index) => each === after[index]);
  if (!same) throw new Error(`${what}: a proposal changed the draft`);
  return { what: `${what} ${done.ok}`, mayErase: NOTHING };
}

export const split: Operation = (turn) => {
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

export const join: Operation = (turn) => {
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

export const move: Operation = (turn) => {
  const { peer, commands, random } = turn;
  const { provisions } = peer.replica.read();
  const moved = pick(provisions, random);
  if (moved === undefined) return undefined;
  const after = random() < 0.15 ? null : pick(provisions, random)!.id;
  if (!isDrafting(turn))
    return keepsShape(turn, `proposes to move ${moved.id} after ${after}`, () =>
      commands.moveProvision(peer.replica, peer.hand, { provision: moved.id, after }),
    );
  const done = commands.moveProvision(peer.replica, peer.hand, { provision: moved.id, after });
  if (done.ok) {
    const stands = peer.replica.indexOf(moved.id);
    const before = peer.replica.read().provisions[stands - 1]?.id ?? null;
    if (before !== after) throw new Error(`moves ${moved.id} after ${after}: stands after ${before}`);
  }
  return { what: `moves ${moved.id} after ${after} ${done.ok}`, mayErase: NOTHING };
};

export const remove: Operation = (turn) => {
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

export const restore: Operation = ({ peer, commands, random }) => {
  const hidden = [...peer.replica.index.records.values()].filter((each) => each.hidden === true);
  const back = pick(hidden, random);
  if (back === undefined) return undefined;
  const done = commands.restoreProvision(peer.replica, peer.hand, { provision: back.id });
  return { what: `restores ${back.id} ${done.ok}`, mayErase: NOTHING };
};

export const add: Operation = ({ peer, commands, random, alphabet, ledger, session }) => {
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

export const freeze: Operation = ({ peer, commands, random }) => {
  const frozen = random() < 0.5;
  const done = commands.freezeNumbers(peer.replica, peer.hand, { frozen });
  return { what: `freezes numbers ${frozen} ${done.ok}`, mayErase: NOTHING };
};

export const set: Operation = ({ peer, commands, random }) => {
  const provision = pick(peer.replica.read().provisions, random)?.id;
  if (provision === undefined) return undefined;
  commands.setProvision(peer.replica, peer.hand, { provision, level: Math.floor(random() * 3) });
  return { what: `sets the level of ${provision}`, mayErase: NOTHING };
};

/** Makes a provision a heading, with what follows under it, or a heading a paragraph again. */
export const head: Operation = ({ peer, commands, random }) => {
  const picked = pick(peer.replica.read().provisions, random);
  if (picked === undefined) return undefined;
  const { id, kind } = picked;
  const now = kind === 'heading' ? 'operative' : 'heading';
  const done = commands.setProvision(peer.replica, peer.hand, { provision: id, kind: now });
  return { what: `makes ${id} a ${now} ${done.ok}`, mayErase: NOTHING };
};
