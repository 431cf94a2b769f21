import { assess, type AssessInput } from '../../shared/consensus/assess.ts';
import { clusterDelegations } from '../../shared/consensus/division/clusters.ts';
import { divisionLines } from '../../shared/consensus/division/lines.ts';
import { slotsTaken } from '../../shared/consensus/division/slots-taken.ts';
import { SEED_LIST } from '../../shared/procedure/tag-record.ts';
import { viewDraft } from '../../shared/consensus/draft-view.ts';
import { createEngine } from '../../shared/consensus/engine.ts';
import { readRedLines, type MoveModel } from '../../shared/consensus/moves/red-lines.ts';
import { MOVE_BUDGET, smallestMoves } from '../../shared/consensus/moves/smallest-moves.ts';
import { positionKey } from '../../shared/positions/record.ts';
import type { Bracket } from '../../shared/schema/bracket.ts';
import type { Tagging } from '../../shared/schema/issue-tag.ts';
import { targetKey, type Position } from '../../shared/schema/position.ts';
import { FULL_SIZE, makeMeeting, seeded, type MeetingSize } from './consensus/meeting.ts';
import { makeTangle } from './consensus/tangle.ts';
import { assessNaively } from './consensus/naive.ts';

// `npm run bench -- consensus [--json]`: the whole assessment, one change, and the smallest set of moves, on a large
// meeting, beside a naive computation of the same; and how each grows. Medians of wall time in this process.

interface Figure {
  readonly ours: number;
  readonly peers: Readonly<Record<string, number>>;
  readonly unit: string;
  readonly aim: string;
  readonly met: boolean;
}

const figures: Record<string, Figure> = {};
const round = (value: number) => Number(value.toPrecision(3));
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

function time(runs: number, work: (run: number) => void): number {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work(run);
    times.push(performance.now() - start);
  }
  return median(times);
}

function record(name: string, figure: Omit<Figure, 'met'> & { readonly most?: number; readonly met?: boolean }): void {
  const { ours, peers, unit, aim, most, met } = figure;
  const rounded = Object.fromEntries(Object.entries(peers).map(([peer, value]) => [peer, round(value)]));
  figures[name] = { ours: round(ours), peers: rounded, unit, aim, met: met ?? (most === undefined || ours <= most) };
}

/** A position of the meeting, restated each time with another stance. */
function changePosition(input: AssessInput): { readonly ours: number; readonly apply: (run: number) => Position } {
  const engine = createEngine({ ...input, draft: viewDraft(input.draft) });
  engine.read();
  const random = seeded(3);
  const apply = (run: number): Position => ({
    ...input.positions[Math.floor(random() * input.positions.length)]!,
    stance: run % 2 ? 'object' : 'support',
    at: 10_000 + run,
  });
  const change = (run: number) => {
    const position = apply(run);
    engine.setPosition(positionKey(position), position);
    engine.read();
  };
  time(300, change);
  return { ours: time(1500, change), apply };
}

/** A bracket of the meeting, seconded by another delegation each time. */
function changeBracket(input: AssessInput): number {
  const brackets = new Map(input.draft.brackets.map((bracket) => [bracket.id, bracket]));
  const view = viewDraft(input.draft);
  const engine = createEngine({ ...input, draft: { ...view, bracket: (id) => brackets.get(id) } });
  engine.read();
  const random = seeded(4);
  const none = new Set<never>();
  const change = () => {
    const bracket = input.draft.brackets[Math.floor(random() * input.draft.brackets.length)]!;
    const by = input.delegations[Math.floor(random() * input.delegations.length)]!.code;
    const seconded: Bracket = { ...bracket, supporters: [by] };
    brackets.set(bracket.id, seconded);
    engine.draftChanged({ provisions: none, gone: none, reordered: false, brackets: new Set([bracket.id]) });
    engine.read();
  };
  time(200, change);
  return time(1000, change);
}

const modelOf = (input: AssessInput): MoveModel => readRedLines({ ...input, draft: viewDraft(input.draft) });

function grow(name: string, size: Partial<MeetingSize>): { readonly one: number; readonly bracket: number } {
  const input = makeMeeting({ ...FULL_SIZE, ...size });
  const full = time(7, () => assess(input));
  const one = changePosition(input).ours;
  const bracket = changeBracket(input);
  record(`full, ${name}`, { ours: full, peers: {}, unit: 'ms', aim: 'told' });
  record(`one position, ${name}`, { ours: one, peers: {}, unit: 'ms', aim: 'told' });
  record(`one bracket, ${name}`, { ours: bracket, peers: {}, unit: 'ms', aim: 'told' });
  return { one, bracket };
}

const input = makeMeeting(FULL_SIZE);
for (let warm = 0; warm < 10; warm++) assess(input);
const full = time(25, () => assess(input));
assessNaively(input);
const naive = time(1, () => assessNaively(input));
record('full', { ours: full, peers: { naive }, unit: 'ms', aim: '50 or less', most: 50 });

const { ours: onePosition } = changePosition(input);
const oneBracket = changeBracket(input);
record('one position', {
  ours: onePosition,
  peers: { 'from scratch': full, naive },
  unit: 'ms',
  aim: 'under 1',
  most: 1,
});
record('one bracket', {
  ours: oneBracket,
  peers: { 'from scratch': full, naive },
  unit: 'ms',
  aim: 'under 1',
  most: 1,
});

const half = grow('half the brackets and positions', {
  provisions: 200,
  brackets: 750,
  positions: 30_000,
  conditions: 150,
});
const twice = grow('twice the brackets and positions', {
  provisions: 800,
  brackets: 3000,
  positions: 120_000,
  conditions: 600,
});
grow('half the delegations', { delegations: 96 });
grow('twice the delegations', { delegations: 386 });
record('one bracket, four times the meeting', {
  ours: twice.bracket / half.bracket,
  peers: {},
  unit: 'times',
  aim: 'independent of the size: 2 or less',
  most: 2,
});
record('one position, four times the meeting', {
  ours: twice.one / half.one,
  peers: {},
  unit: 'times',
  aim: 'independent of the size: 2 or less',
  most: 2,
});

const model = modelOf(input);
const typical = smallestMoves(model);
const spentOnTypical = time(3, () => smallestMoves(modelOf(input)));
record('smallest moves, typical', {
  ours: spentOnTypical,
  peers: {},
  unit: 'ms',
  aim: '1000 or less, proven',
  met: typical.bound === typical.cost && spentOnTypical <= 1000,
});
// Every red line hangs on another bracket, anywhere: brackets, wordings of each, red lines.
const TANGLES: Readonly<Record<string, readonly [number, number, number]>> = {
  loose: [200, 4, 400],
  close: [30, 4, 300],
  knotted: [60, 5, 600],
};
for (const [name, size] of Object.entries(TANGLES)) {
  const tangle = makeTangle(...size);
  const start = performance.now();
  const { cost, bound } = smallestMoves(tangle);
  const spent = performance.now() - start;
  const plain = smallestMoves(tangle, { ...MOVE_BUDGET, toil: 0 });
  record(`smallest moves, ${name} tangle of ${size[0]} brackets`, {
    ours: spent,
    peers: {},
    unit: 'ms',
    aim: 'off the main thread, with its bound',
    met: bound <= cost,
  });
  // The peer is the same search without contradictions: what it finds, and what it can say that nothing goes below.
  record(`smallest moves, ${name} tangle: bound of ${cost} crossed`, {
    ours: bound,
    peers: { 'without contradictions': plain.bound },
    unit: 'red lines',
    aim: `${cost}: proven`,
    met: bound === cost,
  });
}

const assessment = assess(input);
const taken = slotsTaken(assessment);
const TAGS = SEED_LIST;
const tagging: Tagging = new Map(
  input.draft.brackets.map(({ id }, at) => [
    targetKey({ type: 'bracket', bracket: id }),
    [{ tag: TAGS[at % TAGS.length]!.id }],
  ]),
);
const members = input.delegations.map(({ code }) => code);
record('lines of division', {
  ours: time(9, () => divisionLines(assessment, { tags: TAGS, tagging, members })),
  peers: {},
  unit: 'ms',
  aim: 'told',
});
record('clusters of delegations', {
  ours: time(9, () => clusterDelegations(taken)),
  peers: {},
  unit: 'ms',
  aim: 'told',
});

globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
const kept = createEngine({ ...input, draft: viewDraft(input.draft) });
kept.read();
globalThis.gc?.();
record('memory of the engine', {
  ours: (process.memoryUsage().heapUsed - before) / 2 ** 20,
  peers: {},
  unit: 'MiB',
  aim: 'told',
});
kept.read();

if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`);
else {
  for (const [name, { ours, peers, unit, aim, met }] of Object.entries(figures)) {
    const others = Object.entries(peers).map(([peer, value]) => `${peer} ${value}`);
    process.stdout.write(
      `${met ? ' ' : '!'} ${name.padEnd(48)} ${`${ours} ${unit}`.padStart(16)}   ${[...others, `aim: ${aim}`].join('; ')}\n`,
    );
  }
}
