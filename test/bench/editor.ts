import * as Y from 'yjs';
import { createHeadlessEditor } from '@lexical/headless';
import { encodeSeed } from '../../renderer/session/meetings/seed.ts';
import { Figures, median, quantile } from './editor/figures.ts';
import { longMeeting, WORDS_EACH } from './editor/long-draft.ts';
import type { Stored, Subject } from './editor/page/page.tsx';
import { PEER_NODES } from './editor/peer/nodes.ts';
import { $growTree } from './editor/peer/tree.ts';
import { Subjects, type Keys, type SubjectPage } from './editor/subjects.ts';
import { ourWire, stockDocument, stockWire } from './editor/wire.ts';

/*
 * `npm run bench -- editor [--json] [--quick] [--open | --keys | --sizes]`: this editor, Lexical with `@lexical/yjs` (V1) and Lexical
 * alone on one text of 400 provisions, 1,500 brackets and 60,000 words, in one Chromium, in turn: rounds of each follow
 * one another, so that a machine that warms up or is disturbed disturbs all alike. Ours is mounted as the drafting
 * view mounts it, over a whole session: stores, live assessment, others' carets, attribution. `--quick` types a sixth of the
 * keys; `--open` measures the opening alone, `--keys` one's own and others' keys, `--sizes` how a key's cost grows.
 */
const [PROVISIONS, ROUNDS] = [400, 6];
const quick = process.argv.includes('--quick');
const parts = ['open', 'keys', 'sizes'] as const;
const asked = parts.filter((part) => process.argv.includes(`--${part}`));
const measures = (part: (typeof parts)[number]) => asked.length === 0 || asked.includes(part);
const keysEach = quick ? 17 : 100;
/** Told beside the figures that have an aim, so of half as many keys. */
const ASIDE: readonly Subject[] = ['drafting', 'screen'];

const figures = new Figures();
let atMain: Typed | undefined;
const subjects = await Subjects.start();
try {
  const stored = storedOf(PROVISIONS);
  if (measures('open')) await compareOpening(stored);
  if (measures('keys')) await compareKeys(stored);
  if (asked.length === 0) recordWire();
  if (measures('sizes')) await grow();
} finally {
  await subjects.close();
}
process.stdout.write(`${process.argv.includes('--json') ? figures.json() : figures.table()}\n`);

async function compareOpening(stored: Stored): Promise<void> {
  const opened = await openingTimes(stored, ['ours', 'screen', 'stock', 'bare']);
  const opening = { V1: median(opened.stock!), 'Lexical alone': median(opened.bare!) };
  figures.record('open', {
    ours: median(opened.ours!),
    peers: opening,
    unit: 'ms',
    aim: 'half of V1',
    most: opening.V1 / 2,
  });
  figures.record('open, the whole screen', { ours: median(opened.screen!), peers: opening, unit: 'ms' });
}

async function compareKeys(stored: Stored): Promise<void> {
  const typed = await typing(stored, ['ours', 'drafting', 'screen', 'stock', 'bare'], PROVISIONS);
  atMain = typed;
  for (const [name, subject] of [
    ['key', 'ours'],
    ['key, drafting', 'drafting'],
    ['key, the whole screen', 'screen'],
  ] as const) {
    recordKeys(name, typed.keys[subject]!, typed.keys);
  }
  const remote = { V1: median(typed.remote.stock!) };
  figures.record("another's key", {
    ours: median(typed.remote.ours!),
    peers: remote,
    unit: 'ms',
    aim: 'at most V1',
    most: remote.V1,
  });
  figures.record("another's key, the whole screen", { ours: median(typed.remote.screen!), peers: remote, unit: 'ms' });
  const heaps = { V1: typed.heaps.stock!, 'Lexical alone': typed.heaps.bare! };
  figures.record('heap', { ours: typed.heaps.ours!, peers: heaps, unit: 'MiB' });
}

function recordKeys(name: string, ours: Keys, all: Readonly<Record<string, Keys>>): void {
  const of = (kind: keyof Keys, share: number) => ({
    ours: quantile(ours[kind], share),
    peers: { V1: quantile(all['stock']![kind], share), 'Lexical alone': quantile(all['bare']![kind], share) },
    unit: 'ms',
  });
  const handled = of('handled', 0.5);
  figures.record(name, {
    ...handled,
    aim: '1.15 x alone, 0.6 x V1',
    most: Math.min(1.15 * handled.peers['Lexical alone'], 0.6 * handled.peers.V1),
  });
  figures.record(`${name}, 95 %`, of('handled', 0.95));
  figures.record(`${name}, 99 %`, of('handled', 0.99));
  const framed = of('framed', 0.5);
  figures.record(`${name} and its frame`, {
    ...framed,
    aim: '1.15 x alone, 0.6 x V1',
    most: Math.min(1.15 * framed.peers['Lexical alone'], 0.6 * framed.peers.V1),
  });
  figures.record(`${name} and its frame, 95 %`, of('framed', 0.95));
  figures.record(`${name} and its frame, 99 %`, { ...of('framed', 0.99), aim: 'a frame: 16.7 ms', most: 16.7 });
  figures.record(`${name} to its paint, waiting for the screen`, of('painted', 0.5));
  figures.record(`${name}, all work of the page`, of('all', 0.5));
}

function recordWire(): void {
  const { draft } = longMeeting(PROVISIONS);
  const [ours, V1] = [ourWire(draft, 201), stockWire(draft, 201)];
  for (const act of ['keystroke', 'bracket', 'split', 'join', 'move'] as const) {
    const aim = act === 'bracket' ? { aim: 'a tenth of V1', most: V1[act] / 10 } : {};
    figures.record(`bytes of a ${act}`, { ours: ours[act], peers: { V1: V1[act] }, unit: 'B', ...aim });
  }
  figures.record('the stored document', { ours: ours.document, peers: { V1: V1.document }, unit: 'B' });
}

/** A key at 50, 400 and 1,600 provisions. */
async function grow(): Promise<void> {
  const handled: Record<string, number> = {};
  for (const size of [50, PROVISIONS, 1600]) {
    const { keys } =
      size === PROVISIONS && atMain !== undefined
        ? atMain
        : await typing(storedOf(size), ['ours', 'stock', 'bare'], size, 2);
    const [ours, V1, alone] = [keys.ours!, keys.stock!, keys.bare!].map((each) => median(each.handled)) as [
      number,
      number,
      number,
    ];
    handled[size] = ours;
    handled[`alone ${size}`] = alone;
    const name = `key at ${size} provisions, ${(size * WORDS_EACH).toLocaleString('en')} words`;
    figures.record(name, { ours, peers: { V1, 'Lexical alone': alone }, unit: 'ms' });
    const framed = [keys.ours!, keys.stock!, keys.bare!].map((each) => median(each.framed));
    figures.record(`${name}, and its frame`, {
      ours: framed[0]!,
      peers: { V1: framed[1]!, 'Lexical alone': framed[2]! },
      unit: 'ms',
    });
  }
  figures.record('key at 1,600 provisions over 50', {
    ours: handled[1600]! / handled[50]!,
    peers: { 'Lexical alone': handled['alone 1600']! / handled['alone 50']! },
    unit: 'times',
    aim: 'independent: 1.25',
    most: 1.25,
  });
}

/** Each opened anew on a page that has run nothing yet, as somebody who joins does. */
async function openingTimes(stored: Stored, who: readonly Subject[]): Promise<Partial<Record<Subject, number[]>>> {
  const times: Partial<Record<Subject, number[]>> = {};
  for (let round = 0; round < (quick ? 3 : 5); round += 1) {
    for (const subject of who) {
      const page = await subjects.page(subject, stored);
      (times[subject] ??= []).push(await page.open());
      await page.close();
    }
  }
  return times;
}

interface Typed {
  readonly keys: Partial<Record<Subject, Keys>>;
  readonly remote: Partial<Record<Subject, number[]>>;
  readonly heaps: Partial<Record<Subject, number>>;
}

async function typing(stored: Stored, who: readonly Subject[], size: number, rounds = ROUNDS): Promise<Typed> {
  const pages: (readonly [Subject, SubjectPage])[] = [];
  const typed: Typed = { keys: {}, remote: {}, heaps: {} };
  for (const subject of who) {
    const page = await subjects.page(subject, stored);
    const empty = await page.heap();
    await page.open();
    typed.heaps[subject] = ((await page.heap()) - empty) / 2 ** 20;
    await page.stand(size >> 1);
    await page.type(30);
    typed.keys[subject] = { handled: [], framed: [], painted: [], all: [] };
    typed.remote[subject] = [];
    pages.push([subject, page]);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const [subject, page] of pages) {
      const times = await page.type(ASIDE.includes(subject) ? keysEach >> 1 : keysEach);
      for (const kind of ['handled', 'framed', 'painted', 'all'] as const) {
        typed.keys[subject]![kind].push(...times[kind]);
      }
      if (size === PROVISIONS) typed.remote[subject]!.push(...(await page.arrive((size >> 1) + 1, keysEach >> 1)));
    }
  }
  for (const [, page] of pages) await page.close();
  return typed;
}

function storedOf(size: number): Stored {
  const meeting = longMeeting(size);
  const editor = createHeadlessEditor({ nodes: PEER_NODES });
  editor.update(() => $growTree(meeting.draft), { discrete: true });
  const { doc } = stockDocument(meeting.draft);
  const stock = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
  // Its awareness would keep the run from ending.
  doc.destroy();
  return {
    rooms: encodeSeed(meeting),
    stock,
    bare: JSON.stringify(editor.getEditorState().toJSON()),
  };
}
