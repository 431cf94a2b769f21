import * as Y from 'yjs';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { createUndo } from '../../shared/sync/undo.ts';
import type { DraftReplica } from '../../shared/sync/contract.ts';
import { ok } from '../../shared/schema/result.ts';
import type { RoomOptions } from './room.ts';
import { erase, type, undo } from './operations/words.ts';
import { COMMANDS } from './peer.ts';
import type { Commands } from './peer.ts';
import { workings } from '../../shared/sync/replica.ts';
import type { Replica } from '../../shared/sync/replica.ts';
import { EDIT } from '../../shared/sync/document/roots.ts';

/** One way in which the code could be broken, brought about from outside. */
export interface Mutation {
  readonly what: string;
  readonly options: Omit<RoomOptions, 'seed'>;
}

const commands = (broken: Partial<Commands>): Omit<RoomOptions, 'seed'> => ({ commands: broken });

const drafting = { mode: 'draft' } as const;

/** A provision's text as its strand has it, past all commands. */
function strandOf(replica: DraftReplica, provision: string): Y.Text | undefined {
  return workings(replica).index.records.get(provision as never)?.own;
}

/** Lets no key of the root `brackets` through that `isDropped` names. */
function dropKeys(replica: Replica, isDropped: (key: string) => boolean): void {
  const { brackets } = replica.index.roots;
  const set = brackets.set.bind(brackets);
  brackets.set = ((key: string, value: unknown) => (isDropped(key) ? value : set(key, value))) as typeof set;
}

let dropped = 0;

export const MUTATIONS: readonly Mutation[] = [
  {
    what: 'words go in one place early',
    options: commands({
      insertText: (replica, hand, request) => {
        const { provision, offset } = request.at;
        const early = { provision, offset: offset > 2 ? offset - 1 : offset };
        return insertText(replica, hand, { ...request, at: early });
      },
    }),
  },
  {
    what: 'erasing takes a character more',
    options: commands({
      eraseText: (replica, hand, { spans }) => {
        const longer = spans.map((span) => {
          const length = replica.provision(span.provision)?.text.length ?? 0;
          return { ...span, to: Math.min(length, span.to + 1) };
        });
        return COMMANDS.eraseText(replica, hand, { spans: longer });
      },
    }),
  },
  {
    what: 'erased words come back at once',
    options: commands({
      eraseText: (replica, hand, { spans }) => {
        const text = replica.provision(spans[0]!.provision)!.text.slice(spans[0]!.from, spans[0]!.to);
        const done = COMMANDS.eraseText(replica, hand, { spans });
        if (done.ok && hand.mode === 'draft') insertText(replica, hand, { at: done.value, text });
        return done;
      },
    }),
  },
  {
    what: 'splitting copies the words',
    options: commands({
      splitProvision: (replica, hand, { at }) => {
        const { text, kind, level } = replica.provision(at.provision)!;
        const rest = { provision: at.provision, from: at.offset, to: text.length };
        if (rest.from === 0 || rest.from === rest.to) return COMMANDS.splitProvision(replica, hand, { at });
        COMMANDS.eraseText(replica, hand, { spans: [rest] });
        const made = { after: at.provision, kind, level, text: text.slice(at.offset) };
        const done = COMMANDS.addProvision(replica, hand, made);
        return done.ok ? ok({ ...done.value, offset: 0 }) : done;
      },
    }),
  },
  {
    what: 'joining copies the words',
    options: commands({
      joinProvision: (replica, hand, { provision }) => {
        const at = replica.indexOf(provision);
        const before = replica.read().provisions[at - 1];
        const { text } = replica.provision(provision)!;
        if (before === undefined || text === '') return COMMANDS.joinProvision(replica, hand, { provision });
        COMMANDS.removeProvision(replica, hand, { provision });
        const end = { provision: before.id, offset: before.text.length };
        return insertText(replica, hand, { at: end, text });
      },
    }),
  },
  {
    what: 'moving makes the provision anew',
    options: commands({
      moveProvision: (replica, hand, { provision, after }) => {
        const { text, kind, level } = replica.provision(provision)!;
        COMMANDS.removeProvision(replica, hand, { provision });
        return COMMANDS.addProvision(replica, hand, { after: after === provision ? null : after, kind, level, text });
      },
    }),
  },
  {
    what: 'a delegation writes past its proposals',
    options: commands({
      insertText: (replica, hand, { at, text }) => {
        const strand = strandOf(replica, at.provision);
        if (hand.mode === 'draft' || strand === undefined || at.offset > strand.length) {
          return insertText(replica, hand, { at, text });
        }
        replica.doc.transact(() => strand.insert(at.offset, text, {}), EDIT);
        return ok({ ...at, offset: at.offset + text.length });
      },
    }),
  },
  {
    what: "a delegation's erasing deletes others' words",
    options: commands({
      eraseText: (replica, hand, request) =>
        COMMANDS.eraseText(replica, { ...hand, code: 'CHAIR' as never, ...drafting }, request),
    }),
  },
  {
    what: 'a bracket takes in what is typed at its end',
    options: commands({
      addBracket: (replica, hand, request) => {
        const wider = request.spans.map((span) => {
          const length = replica.provision(span.provision)!.text.length;
          return { ...span, to: Math.min(length, span.to + 1) };
        });
        return COMMANDS.addBracket(replica, hand, { ...request, spans: wider });
      },
    }),
  },
  {
    what: 'a ruling leaves its bracket open',
    options: commands({
      closeBracket: (replica, hand, { bracket, closure }) => {
        const done = COMMANDS.closeBracket(replica, hand, { bracket, closure });
        replica.doc.transact(() => workings(replica).index.roots.brackets.delete(`${bracket}/c`), EDIT);
        return done;
      },
    }),
  },
  {
    what: 'removing a provision deletes its words',
    options: commands({
      removeProvision: (replica, hand, { provision }) => {
        const { length } = replica.provision(provision)!.text;
        if (hand.mode === 'draft' && length > 0) {
          COMMANDS.eraseText(replica, hand, { spans: [{ provision, from: 0, to: length }] });
        }
        return COMMANDS.removeProvision(replica, hand, { provision });
      },
    }),
  },
  {
    what: 'undo takes back what arrives, too',
    options: commands({
      createUndo: (replica, hand) => {
        const undo = createUndo(replica, hand);
        const { provisions, brackets } = workings(replica).index.roots;
        const everything = new Y.UndoManager([provisions, brackets], {
          doc: replica.doc,
          captureTimeout: 0,
          captureTransaction: () => true,
          trackedOrigins: new Set([EDIT, null, Symbol]),
        });
        return { ...undo, undo: () => everything.undo() !== null };
      },
    }),
  },
  {
    what: 'an option takes a character of what it stands beside',
    options: commands({
      offerOption: (replica, hand, request) => {
        const strand = strandOf(replica, request.provision);
        const done = COMMANDS.offerOption(replica, hand, request);
        if (done.ok && strand !== undefined && strand.length > 0) replica.doc.transact(() => strand.delete(0, 1), EDIT);
        return done;
      },
    }),
  },
  {
    what: 'another wording is put in twice',
    options: commands({
      addVariant: (replica, hand, request) => {
        const done = COMMANDS.addVariant(replica, hand, request);
        return done.ok ? COMMANDS.addVariant(replica, hand, request) : done;
      },
    }),
  },
  {
    what: 'a restored erasure does not tell its brackets',
    options: {
      tamper: (replica) => dropKeys(replica, (key) => key.includes('/r/')),
      // Seen only where an erasure in a bracket is taken back.
      more: [
        [type, 40],
        [erase, 80],
        [undo, 80],
      ],
    },
  },
  {
    what: 'the running read misses changes of brackets',
    options: {
      tamper: (replica) => {
        const update = replica.index.update.bind(replica.index);
        replica.index.update = (touched) => update({ ...touched, brackets: new Set() });
      },
    },
  },
  {
    what: 'listeners are not told of an order',
    options: {
      tamper: (replica) => {
        const update = replica.index.update.bind(replica.index);
        replica.index.update = (touched) => ({ ...update(touched), reordered: false });
      },
    },
  },
  {
    what: 'an edge that was set anew is not written',
    options: {
      tamper: (replica) => dropKeys(replica, (key) => /\/[ab]\d+\//.test(key)),
    },
  },
  {
    what: 'an update is lost on its way',
    options: {
      carry: (update) => ((dropped += 1) % 40 === 0 ? undefined : update),
    },
  },
];
