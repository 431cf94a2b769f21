import * as Y from 'yjs';
import type { Hand } from '../../shared/sync/contract.ts';
import { createReplica } from '../../shared/sync/replica.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import { seedDraft } from '../../shared/sync/seed.ts';
import type { Bracket, Piece } from '../../shared/schema/bracket.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import type { BracketId, Code, ProvisionId } from '../../shared/schema/ids.ts';
import type { Provision } from '../../shared/schema/provision.ts';

/** A small generator of numbers in [0, 1), the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `provisionId(1)` is `CHAIR-0000000000p1`. */
export const provisionId = (name: number | string): ProvisionId =>
  `CHAIR-${`p${name}`.padStart(12, '0')}` as ProvisionId;

export const bracketId = (name: string, code = 'CHAIR'): BracketId => `${code}-${name.padStart(12, '0')}` as BracketId;

export const handOf = (code: string, mode: Hand['mode'], random = seeded(7)): Hand => {
  let time = 1_700_000_000_000;
  return { code: code as Code, mode, now: () => (time += 1000), random };
};

export function provision(name: number | string, text: string, rest: Partial<Provision> = {}): Provision {
  const kind = 'operative';
  return { id: provisionId(name), kind, level: 0, text, marks: [], proponent: 'CHAIR' as Code, ...rest };
}

export function bracket(name: string, pieces: readonly Piece[], rest: Partial<Bracket> = {}): Bracket {
  return {
    id: bracketId(name),
    kind: 'hold',
    pieces,
    proponent: 'CHAIR' as Code,
    supporters: [],
    keepers: [],
    opened: 0,
    ...rest,
  };
}

export const piece = (name: number | string, from: number, to: number, label = false): Piece => ({
  provision: provisionId(name),
  from,
  to,
  label,
});

export function draftOf(provisions: readonly Provision[], brackets: readonly Bracket[] = []): Draft {
  return { title: 'A draft', symbol: 'A/1', language: 'en', provisions, brackets };
}

/** A draft whose provisions read these texts. */
export const texts = (...all: readonly string[]): Draft =>
  draftOf(all.map((text, index) => provision(index + 1, text)));

/** A document of its own client id with this draft in it. */
export function opened(draft: Draft, client = 1): Replica {
  const doc = new Y.Doc();
  doc.clientID = client;
  const replica = createReplica(doc);
  seedDraft(doc, draft);
  return replica;
}

/** Another peer's copy of a document. */
export function copyOf(replica: Replica, client: number): Replica {
  const doc = new Y.Doc();
  doc.clientID = client;
  const copy = createReplica(doc);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(replica.doc));
  return copy;
}

/** Brings peers to the same state, whatever each has. */
export function heal(...replicas: readonly Replica[]): void {
  for (const to of replicas) {
    for (const from of replicas) {
      if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'heal');
    }
  }
}

/** The words of every provision in sight, with open brackets written out as `[`, `]`. */
export function shown(replica: Replica): string[] {
  return replica.read().provisions.map(({ id, text }) => {
    const edges = replica.bracketsIn(id).flatMap((each) =>
      each.pieces
        .filter((one) => one.provision === id)
        .flatMap((one) => [
          { at: one.from, sign: '[', rank: one.from === one.to ? 1 : 2 },
          { at: one.to, sign: ']', rank: one.from === one.to ? 1 : 0 },
        ]),
    );
    let line = '';
    for (let at = 0; at <= text.length; at += 1) {
      const here = edges.filter((edge) => edge.at === at).sort((one, other) => one.rank - other.rank);
      line += here.map((edge) => edge.sign).join('') + text.charAt(at);
    }
    return line;
  });
}
