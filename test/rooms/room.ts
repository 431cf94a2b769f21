import * as Y from 'yjs';
import { bracket, draftOf, piece, provision, seeded } from '../sync/building.ts';
import type { Hand } from '../../shared/sync/contract.ts';
import { readFresh } from '../../shared/sync/replica.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import { seedDraft } from '../../shared/sync/seed.ts';
import type { Code } from '../../shared/schema/ids.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import { Alphabet } from './alphabet.ts';
import { Broken, characters, demand, everyCharacter, Ledger } from './ledger.ts';
import { Network } from './network.ts';
import { DRAFTING, PROPOSING } from './operations/operations.ts';
import type { Done, Operation, Turn } from './operations/turn.ts';
import { finish } from './operations/words.ts';
import { COMMANDS, plainPeer } from './peer.ts';
import type { Commands, PeerFactory, RoomPeer } from './peer.ts';
import { Shadow } from './shadow.ts';

/** Who takes part: one letter for each peer. Two `E` are two people of one delegation. */
const CASTS = ['CEM', 'CSE', 'CEE', 'CEM', 'CSEEM', 'CEMGU'] as const;
const CODES: Readonly<Record<string, readonly [string, Hand['mode']]>> = {
  C: ['CHAIR', 'draft'],
  S: ['SEC', 'draft'],
  E: ['EU', 'propose'],
  M: ['MEX', 'propose'],
  G: ['G77', 'propose'],
  U: ['USA', 'propose'],
};

export interface RoomOptions {
  readonly seed: number;
  readonly factory?: PeerFactory;
  readonly commands?: Partial<Commands>;
  readonly carry?: (update: Uint8Array) => Uint8Array | undefined;
  readonly rounds?: number;
  /** Operations that are done more often than usual. */
  readonly more?: readonly (readonly [Operation, number])[];
  /** Called with each replica as it is made; for mutation checks. */
  readonly tamper?: (replica: Replica) => void;
}

interface Member {
  readonly name: string;
  readonly code: string;
  readonly mode: Hand['mode'];
  peer: RoomPeer;
  shadow: Shadow;
  session: string;
  doc: Y.Doc;
  readonly selected: Set<string>;
}

/**
 * One seeded run: peers edit, part, come back, start anew; after every step each replica that changed equals one read
 * afresh, and in the end all are equal and hold every word that nobody took out. Throws with the seed and the log.
 */
export function runRoom(options: RoomOptions): { readonly steps: number } {
  const room = new Room(options);
  try {
    room.run();
  } catch (fault) {
    const said = fault instanceof Error ? fault.message : String(fault);
    const log = room.log.slice(-40).join('\n  ');
    throw new Broken(`seed ${options.seed}: ${said}\n  ${log}`, { cause: fault });
  } finally {
    room.leave();
  }
  return { steps: room.log.length };
}

class Room {
  readonly log: string[] = [];
  private readonly options: RoomOptions;
  private readonly random: () => number;
  private readonly alphabet = new Alphabet();
  private readonly commands: Commands;
  private readonly network: Network<string>;
  private readonly registry = new Map<number, string>();
  private readonly members: Member[] = [];
  private readonly ledger: Ledger;
  private readonly start: Uint8Array;
  private time = 1_700_000_000_000;
  private sessions = 0;
  private unasked = false;

  constructor(options: RoomOptions) {
    this.options = options;
    this.random = seeded(options.seed * 31 + 7);
    this.commands = { ...COMMANDS, ...options.commands };
    this.network = new Network(options.carry);
    const draft = this.baseDraft();
    this.ledger = new Ledger(draft.provisions.flatMap(({ text }) => [...text]));
    const doc = new Y.Doc();
    doc.clientID = this.freshClient('CHAIR');
    seedDraft(doc, draft);
    this.start = Y.encodeStateAsUpdate(doc);
    const cast = CASTS[options.seed % CASTS.length]!;
    [...cast].forEach((letter, index) => {
      const [code, mode] = CODES[letter]!;
      this.members.push(this.seat({ name: `${letter}${index}`, code, mode }, this.start));
    });
  }

  private baseDraft(): Draft {
    const word = (): string => this.alphabet.word(4, this.random);
    const provisions = [1, 2, 3, 4, 5].map((name) => provision(name, name === 3 ? '' : word() + word() + word()));
    // Edges between whole characters: some are surrogate pairs.
    const edge = (name: number, count: number): number =>
      characters(provisions[name - 1]!.text)
        .slice(0, count)
        .join('').length;
    return draftOf(provisions, [
      bracket('a', [piece(1, edge(1, 2), edge(1, 6))]),
      bracket('b', [piece(4, edge(4, 5), edge(4, 12)), piece(5, 0, edge(5, 3))], { kind: 'delete' }),
    ]);
  }

  private freshClient(code: string): number {
    const client = 1 + Math.floor(this.random() * 0xfffffff0);
    this.registry.set(client, code);
    return client;
  }

  private seat(who: Pick<Member, 'name' | 'code' | 'mode'>, state: Uint8Array): Member {
    const doc = new Y.Doc();
    doc.clientID = this.freshClient(who.code);
    const hand: Hand = {
      code: who.code as Code,
      mode: who.mode,
      now: () => (this.time += 1000),
      random: this.random,
    };
    const factory = this.options.factory ?? plainPeer;
    const isMine = (client: number): boolean => this.registry.get(client) === who.code;
    const peer = factory({ doc, hand, isMine, commands: this.commands });
    this.options.tamper?.(peer.replica);
    const shadow = new Shadow(peer.replica);
    // What has no origin, nobody asked for: Yjs writing by itself.
    doc.on('update', (_update: Uint8Array, origin: unknown) => (this.unasked ||= origin == null));
    Y.applyUpdate(doc, state, 'stored');
    this.network.join(who.name, { doc });
    this.sessions += 1;
    return { ...who, peer, shadow, doc, session: `${who.name}#${this.sessions}`, selected: new Set() };
  }

  /** The peer starts anew from what it has stored, with another client id. */
  private reload(member: Member): void {
    const state = Y.encodeStateAsUpdate(member.doc);
    member.shadow.stop();
    member.peer.destroy();
    Object.assign(member, this.seat(member, state));
    this.log.push(`${member.name} starts anew`);
  }

  run(): void {
    for (let round = 0; round < (this.options.rounds ?? 5); round += 1) {
      const sides = new Map(this.members.map(({ name }) => [name, Math.floor(this.random() * 2)]));
      this.network.partition((name) => sides.get(name)!);
      this.log.push(`-- sides ${[...sides].map((side) => side.join(' ')).join(', ')}`);
      for (let turn = 0; turn < 12; turn += 1) {
        const member = this.members[Math.floor(this.random() * this.members.length)]!;
        if (this.random() < 0.02) this.reload(member);
        else this.act(member);
        const received = this.network.deliver(() => Math.floor(this.random() * 4));
        for (const each of this.members) if (received.includes(each.name)) this.settle(each);
      }
      if (this.random() < 0.5) this.heal();
    }
    this.heal();
  }

  /** Somebody who composes does nothing else until that is done. */
  private act(member: Member): void {
    if (!member.peer.composing?.isUnderWay) {
      const usual = member.mode === 'draft' ? DRAFTING : PROPOSING;
      this.carryOut(member, choose([...usual, ...(this.options.more ?? [])], this.random));
    } else if (this.random() < 0.6) this.carryOut(member, finish);
  }

  private carryOut(member: Member, operation: Operation): void {
    const { peer, session, selected } = member;
    const turn: Turn = {
      peer,
      session,
      commands: this.commands,
      random: this.random,
      alphabet: this.alphabet,
      ledger: this.ledger,
      selected,
    };
    const before = everyCharacter(peer.replica);
    const textsBefore = this.foreign(member);
    peer.undo.stopCapturing();
    let done: Done | undefined;
    try {
      done = operation(turn);
    } catch (fault) {
      this.log.push(`${member.name} fails`);
      throw fault;
    }
    if (done === undefined) return;
    this.log.push(`${member.name} ${done.what}`);
    this.account(member, done, { before, after: everyCharacter(peer.replica) });
    if (member.mode === 'propose') {
      demand(this.foreign(member) === textsBefore, () => "a proposing peer changed others' text");
    }
    this.settle(member);
  }

  /** Others' words in sight, but for those in provisions it proposed: what a proposing peer never changes. */
  private foreign({ peer, code }: Member): string {
    const { index } = peer.replica;
    const foreign = [...index.composed.values()].flatMap(({ parts }) =>
      parts
        .filter(({ provision }) => !provision.startsWith(`${code}-`))
        .flatMap(({ strand, segment }) => characters(index.views.get(strand)!.segments[segment]!.text))
        .filter((each) => this.ledger.authorOf(each) !== code),
    );
    return foreign.sort().join('');
  }

  private account(member: Member, done: Done, texts: { readonly before: string[]; readonly after: string[] }): void {
    const { ledger } = this;
    const before = new Set(texts.before);
    const after = new Set(texts.after);
    for (const character of after) {
      if (before.has(character)) continue;
      if (done.isUndo) {
        const own = ledger.erased.get(character)?.has(member.session) ?? false;
        demand(own, () => `undo put in ${character}, which this peer did not erase`);
        ledger.restored.add(character);
      } else demand(done.wrote?.includes(character) ?? false, () => `put in ${character} without being asked`);
    }
    for (const character of before) {
      if (after.has(character)) continue;
      if (done.isUndo) {
        const own = ledger.typed.get(character)?.session === member.session;
        const again = ledger.erased.get(character)?.has(member.session) ?? false;
        demand(own || again, () => `undo took out ${character}, which is another's`);
      } else demand(done.mayErase.has(character), () => `took out ${character} without being asked`);
      ledger.noteErased(character, member.session);
    }
    for (const character of done.wrote ?? '') demand(after.has(character), () => `did not put in ${character}`);
  }

  /** After a step: what was followed equals what is read afresh, and so does what listeners were told. */
  private settle({ peer, shadow, name }: Member): void {
    const { replica } = peer;
    const fresh = readFresh(replica.doc);
    demand(
      same(replica.read(), fresh),
      () => `${name}: the running read differs from one afresh: ${difference(replica.read(), fresh)}`,
    );
    shadow.check();
    peer.check();
  }

  private heal(): void {
    this.network.heal();
    for (const member of this.members) if (member.peer.composing?.isUnderWay) this.carryOut(member, finish);
    this.network.heal();
    this.log.push('-- healed');
    demand(!this.unasked, () => 'something was written that nobody asked for');
    const fresh = new Y.Doc();
    Y.applyUpdate(fresh, Y.encodeStateAsUpdate(this.members[0]!.doc));
    const expected = readFresh(fresh);
    for (const member of this.members) {
      this.settle(member);
      demand(same(member.peer.replica.read(), expected), () => `${member.name} differs from a fresh client`);
    }
    this.ledger.audit(this.members[0]!.peer.replica);
  }

  leave(): void {
    for (const { peer, shadow } of this.members) {
      shadow.stop();
      peer.destroy();
    }
  }
}

function choose(operations: readonly (readonly [Operation, number])[], random: () => number): Operation {
  let rest = random() * operations.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [operation, weight] of operations) {
    rest -= weight;
    if (rest < 0) return operation;
  }
  return operations[0]![0];
}

/** The first thing in which two plain values differ. */
function difference(one: unknown, other: unknown, path = ''): string | undefined {
  if (one === other) return undefined;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return `${path}: ${String(one)} for ${String(other)}`;
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const found = difference(Reflect.get(one, key), Reflect.get(other, key), `${path}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

const same = (one: unknown, other: unknown): boolean => difference(one, other) === undefined;
