import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Act, Deed, Stamp } from '../../shared/procedure/room/act.ts';
import { decodeAct, decodeStamp, encodeAct } from '../../shared/procedure/room/decode-act.ts';
import { procedureOf } from '../../shared/procedure/room/procedure.ts';
import { silenceAt } from '../../shared/procedure/silence.ts';
import { voteOutcome } from '../../shared/procedure/vote/vote-outcome.ts';
import type { ActId, VoteId } from '../../shared/schema/ids.ts';
import { readsWith } from '../../shared/procedure/reads-with.ts';
import { bid, bracket, code, pid, provision } from '../consensus/meeting.ts';

/** A log: who does what, in order, and when the relay had it; `at` is what the writer claims. */
class Log {
  readonly acts = new Map<ActId, Act>();
  readonly stamps: Stamp[] = [];

  says(by: string, deed: Deed, heard: number | undefined, at = heard ?? 0): ActId {
    const id = `${by}-act${String(this.acts.size).padStart(9, '0')}` as ActId;
    this.acts.set(id, { id, by: code(by), person: '', at, deed });
    if (heard !== undefined) this.stamps.push({ act: id, at: heard });
    return id;
  }

  chair = (deed: Deed, heard?: number) => this.says('CHAIR', deed, heard ?? this.stamps.length + 1);
  asks = (by: string, heard: number, reply = false) => this.says(by, { type: 'ask', code: code(by), reply }, heard);
  read = () => procedureOf(this.acts, this.stamps);
  list = () => this.read().floor.asks.map(({ code: who, reply }) => (reply ? `${who} reply` : who));
}

const MEMBERS = ['AAA', 'BBB', 'CCC'].map(code);
const circulate = (deadline: number): Deed => ({
  type: 'circulate',
  wording: { type: 'whole', words: 'w' },
  about: 'the draft',
  deadline,
  members: MEMBERS,
});
const objects = (silence: ActId, by = 'AAA'): Deed => ({ type: 'object', silence, code: code(by), reason: 'No.' });
const wholeVote: Deed = {
  type: 'open-vote',
  subject: { type: 'whole' },
  rule: 'two-thirds',
  members: MEMBERS,
  about: '',
};

test('U1 whether an objection is in time is told by when the relay had it, whatever its writer claims', () => {
  const log = new Log();
  const silence = log.chair(circulate(100), 10);
  log.says('AAA', objects(silence), 150, 20);
  const [late] = log.read().silences;
  expect(silenceAt(late!, 160).state.type).toBe('lapsed');
  expect(late!.late).toEqual([{ by: 'AAA', reason: 'No.', at: 150 }]);
  const other = log.chair(circulate(400), 200);
  log.says('BBB', objects(other, 'BBB'), 399, 9_999);
  expect(log.read().silences[1]!.state).toEqual({ type: 'broken', by: { by: 'BBB', reason: 'No.', at: 399 } });
});

test('U1 what has not reached the relay breaks no silence and counts in no vote', () => {
  const log = new Log();
  const silence = log.chair(circulate(100), 10);
  const vote = log.chair(wholeVote, 11);
  log.says('AAA', objects(silence), undefined, 20);
  log.says('AAA', { type: 'cast', vote, code: code('AAA'), ballot: 'against' }, undefined, 21);
  const read = log.read();
  expect(read.silences[0]!.state.type).toBe('running');
  expect(read.votes[0]!.ballots.size).toBe(0);
  expect(read.waiting.map(({ deed }) => deed.type)).toEqual(['object', 'cast']);
});

test('U1 an act counts from its first stamp, and a stamp without an act is nothing', () => {
  const log = new Log();
  const silence = log.chair(circulate(100), 10);
  const objection = log.says('AAA', objects(silence), 120);
  log.stamps.push({ act: objection, at: 20 }, { act: 'AAA-unknown00001' as ActId, at: 5 });
  expect(log.read().silences[0]).toMatchObject({ state: { type: 'lapsed' }, late: [{ at: 120 }] });
});

test('U1 without a relay the one machine decides by its own clock', () => {
  const log = new Log();
  const silence = log.says('CHAIR', circulate(100), undefined, 10);
  log.says('AAA', objects(silence), undefined, 20);
  expect(procedureOf(log.acts, undefined).silences[0]!.state.type).toBe('broken');
});

test('U3 delegations are listed as they asked, once each, rights of reply behind, and take their request back', () => {
  const log = new Log();
  log.asks('AAA', 1);
  log.asks('BBB', 2, true);
  const third = log.asks('CCC', 3);
  log.asks('AAA', 4);
  expect(log.list()).toEqual(['AAA', 'CCC', 'BBB reply']);
  log.says('BBB', { type: 'take-back', ask: third }, 5);
  expect(log.list()).toEqual(['AAA', 'CCC', 'BBB reply']);
  log.says('CCC', { type: 'take-back', ask: third }, 6);
  expect(log.list()).toEqual(['AAA', 'BBB reply']);
});

test('U3 a closed list takes rights of reply and what the chair puts in', () => {
  const log = new Log();
  log.chair({ type: 'list', closed: true }, 1);
  log.asks('AAA', 2);
  log.asks('BBB', 3, true);
  log.says('CHAIR', { type: 'ask', code: code('CCC'), reply: false }, 4);
  expect(log.list()).toEqual(['CCC', 'BBB reply']);
});

test('U3 the chair calls in any order; who is called leaves the list, who spoke before is on record', () => {
  const log = new Log();
  const [first, second] = [log.asks('AAA', 1), log.asks('BBB', 2)];
  log.chair({ type: 'order', asks: [second, first] }, 3);
  log.asks('CCC', 4);
  expect(log.list()).toEqual(['BBB', 'AAA', 'CCC']);
  log.chair({ type: 'call', code: code('AAA'), seconds: 180 }, 10);
  log.chair({ type: 'call', code: code('BBB'), ask: second, seconds: 0 }, 70);
  const { floor } = log.read();
  expect(floor.speaking).toEqual({ code: 'BBB', reply: false, since: 70, seconds: 0 });
  expect(floor.spoken).toEqual([{ code: 'AAA', reply: false, since: 10, seconds: 180, until: 70 }]);
  expect(log.list()).toEqual(['CCC']);
  log.chair({ type: 'end-speech' }, 90);
  expect(log.read().floor.speaking).toBeUndefined();
});

test('U3 the open provision changes and closes; opening it again changes nothing', () => {
  const log = new Log();
  log.chair({ type: 'open-floor', provision: pid(1) }, 5);
  log.chair({ type: 'open-floor', provision: pid(1) }, 9);
  expect(log.read().floor.open).toEqual({ provision: pid(1), since: 5 });
  log.chair({ type: 'open-floor' }, 12);
  expect(log.read().floor.open).toBeUndefined();
});

test('U4 a vote is cast by delegations and by roll call, corrected until announced, and never after', () => {
  const log = new Log();
  const vote = log.chair(wholeVote, 1);
  const cast = (by: string, who: string, ballot: 'for' | 'against' | 'abstain', at: number) =>
    log.says(by, { type: 'cast', vote, code: code(who), ballot }, at);
  cast('AAA', 'AAA', 'against', 2);
  cast('CHAIR', 'BBB', 'for', 3);
  cast('AAA', 'AAA', 'for', 4);
  cast('CCC', 'CCC', 'abstain', 5);
  log.says('DDD', { type: 'cast', vote, code: code('DDD'), ballot: 'against' }, 6);
  log.chair({ type: 'announce', vote }, 7);
  cast('BBB', 'BBB', 'against', 8);
  log.says('CCC', { type: 'intend', vote, code: code('CCC'), ballot: 'for' }, 9);
  const [read] = log.read().votes;
  const { tally, decision } = voteOutcome(read!);
  expect(tally).toEqual({ for: ['AAA', 'BBB'], against: [], abstaining: ['CCC'], notParticipating: [] });
  expect(decision.passes).toBe(true);
  expect(read!.state).toEqual({ type: 'announced', at: 7 });
  expect([...read!.intentions]).toEqual([['CCC', 'for']]);
});

test('U4 the whole is adopted once: without objection, after a silence on it that was gavelled, by a vote on it that passed', () => {
  const adopts = (log: Log, way: Extract<Deed, { type: 'adopt' }>['way'], at: number) =>
    log.chair({ type: 'adopt', way, words: 'w', about: '' }, at);
  const log = new Log();
  const silence = log.chair(circulate(100), 1);
  const vote = log.chair(wholeVote, 2);
  adopts(log, { type: 'silence', silence }, 3);
  adopts(log, { type: 'vote', vote }, 4);
  log.says('AAA', { type: 'cast', vote, code: code('AAA'), ballot: 'against' }, 5);
  log.chair({ type: 'announce', vote }, 6);
  adopts(log, { type: 'vote', vote }, 7);
  expect(log.read().adoption).toBeUndefined();
  log.chair({ type: 'gavel', silence, words: 'w' }, 120);
  const adopted = adopts(log, { type: 'silence', silence }, 130);
  adopts(log, { type: 'consensus' }, 140);
  expect(log.read().adoption).toMatchObject({ id: adopted, at: 130 });
});

test('U2 an act reads back as it was written, and under no other id', () => {
  const log = new Log();
  const silence = log.chair(circulate(100));
  for (const deed of [
    objects(silence),
    wholeVote,
    { type: 'cast', vote: silence, code: code('AAA'), ballot: 'for' },
    { type: 'open-floor' },
  ] as const satisfies readonly Deed[]) {
    log.says('CHAIR', deed, 1);
  }
  for (const act of log.acts.values()) {
    const stored: unknown = JSON.parse(JSON.stringify(encodeAct(act)));
    expect(decodeAct(act.id, stored)).toEqual(act);
    expect(decodeAct(act.id.replace('CHAIR', 'AAA'), stored)).toBeUndefined();
  }
  expect(decodeStamp([silence, 5])).toEqual({ act: silence, at: 5 });
  expect([decodeStamp([silence]), decodeStamp([1, 5]), decodeStamp(null)]).toEqual([undefined, undefined, undefined]);
});

test('U1 in whatever order copies learn of acts, they come to the same', () => {
  const deeds: readonly (readonly [string, Deed])[] = [
    ['CHAIR', circulate(50)],
    ['AAA', { type: 'ask', code: code('AAA'), reply: false }],
    ['BBB', { type: 'ask', code: code('BBB'), reply: true }],
    ['CHAIR', wholeVote],
    ['CHAIR', { type: 'call', code: code('AAA'), seconds: 60 }],
    ['CHAIR', { type: 'list', closed: true }],
    ['CCC', { type: 'ask', code: code('CCC'), reply: false }],
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(deeds.map((_, at) => at)), fc.infiniteStream(fc.nat(99)), (order, times) => {
      const log = new Log();
      for (const at of order) log.says(deeds[at]![0], deeds[at]![1], times.next().value);
      const other = new Map([...log.acts].toReversed());
      expect(procedureOf(other, log.stamps)).toEqual(log.read());
    }),
  );
});

test('U4 a vote id is an act id', () => {
  const log = new Log();
  const vote = log.chair(wholeVote, 1);
  expect(log.read().votes[0]!.opening.id).toBe(vote as string as VoteId);
});

test('U4 a provision under silence reads with its choices made and its other brackets printed', () => {
  const text = 'States shall should meet soon.';
  const draft = {
    title: '',
    symbol: '',
    language: 'en' as const,
    provisions: [provision(1, text)],
    brackets: [
      bracket(bid(1), 'choice', 1, { pieces: [] }),
      bracket(bid(2), 'insert', 1, { from: 7, to: 12, variantOf: bid(1) }),
      bracket(bid(3), 'insert', 1, { from: 13, to: 19, variantOf: bid(1) }),
      bracket(bid(4), 'hold', 1, { from: 25, to: 29 }),
    ],
  };
  expect(readsWith(draft, pid(1), [])).toBe('States [shall] [should] meet [soon].');
  expect(readsWith(draft, pid(1), [{ bracket: bid(1), variant: bid(3) }])).toBe('States should meet [soon].');
  expect(readsWith(draft, pid(1), [{ bracket: bid(4), variant: 'none' }])).toBe('States [shall] [should] meet.');
  expect(readsWith(draft, pid(1), [{ bracket: bid(4), variant: 'text' }])).toBe('States [shall] [should] meet soon.');
});
