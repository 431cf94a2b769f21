import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BALLOTS, type Ballot } from '../../../shared/procedure/decision.ts';
import { hearVote, openVote, readVote, votersOf } from '../../../shared/procedure/vote/hear-vote.ts';
import { voteOutcome } from '../../../shared/procedure/vote/vote-outcome.ts';
import { decodeOpening, decodeVoteEvent } from '../../../shared/procedure/vote/vote-record.ts';
import type { RecordedVote, VoteEvent, VoteOpening } from '../../../shared/procedure/vote/vote.ts';
import { CHAIR, SECRETARIAT, type VoteId } from '../../../shared/schema/ids.ts';
import { bid, code, members, pid } from '../../consensus/meeting.ts';

const opening = (more: Partial<VoteOpening> = {}): VoteOpening => ({
  id: 'CHAIR-v0000001' as VoteId,
  subject: { type: 'whole' },
  rule: 'two-thirds',
  members: votersOf(members('AAA', 'BBB', 'CCC', 'DDD')),
  about: 'The draft outcome document',
  by: CHAIR,
  at: 1,
  ...more,
});
const cast = (by: string, ballot: Ballot, at = 2): VoteEvent => ({
  type: 'cast',
  code: code(by),
  ballot,
  by: CHAIR,
  at,
});
const announce: VoteEvent = { type: 'announce', by: CHAIR, at: 5 };
const read = (...events: VoteEvent[]): RecordedVote => readVote(opening(), events)!;
const refusal = (vote: RecordedVote, event: VoteEvent) => {
  const heard = hearVote(vote, event);
  return heard.ok ? undefined : heard.reason;
};

describe('who votes', () => {
  test('C18 members vote, observers have none, and nobody has two', () => {
    const roster = [...members('BBB', 'AAA', 'AAA'), { code: code('OBS'), name: '', standing: 'observer' as const }];
    expect(votersOf(roster)).toEqual(['AAA', 'BBB']);
    expect(refusal(read(), cast('OBS', 'for'))).toBe('no-vote');
  });
  test('C18 the chair and the secretariat record, a delegation casts its own; nobody else opens or records', () => {
    expect(hearVote(read(), { ...cast('AAA', 'for'), by: SECRETARIAT }).ok).toBe(true);
    expect(hearVote(read(), { ...cast('AAA', 'for'), by: code('AAA') }).ok).toBe(true);
    expect(refusal(read(), { ...cast('AAA', 'for'), by: code('BBB') })).toBe('not-presiding');
    expect(refusal(read(), { type: 'announce', by: code('AAA'), at: 5 })).toBe('not-presiding');
    expect(openVote(opening({ by: code('AAA') }))).toEqual({ ok: false, reason: 'not-presiding' });
  });
  test('C18 without members, or without the quorum that the chair has stated, there is no vote', () => {
    expect(openVote(opening({ members: [] }))).toEqual({ ok: false, reason: 'nobody-has-a-vote' });
    expect(openVote(opening({ quorum: { needed: 3, present: 2 } }))).toEqual({ ok: false, reason: 'quorum-missing' });
    expect(openVote(opening({ quorum: { needed: 3, present: 3 } })).ok).toBe(true);
    for (const quorum of [
      { needed: 1, present: 5 },
      { needed: -1, present: 2 },
      { needed: 1.5, present: 2 },
    ])
      expect(openVote(opening({ quorum }))).toEqual({ ok: false, reason: 'quorum-malformed' });
  });
});

describe('the record', () => {
  test('C18 until the announcement the last ballot counts, and one recorded by mistake is taken back', () => {
    const vote = read(cast('AAA', 'for'), cast('AAA', 'against'), cast('BBB', 'for'), {
      type: 'clear',
      code: code('BBB'),
      by: CHAIR,
      at: 3,
    });
    expect(voteOutcome(vote).tally).toEqual({
      for: [],
      against: ['AAA'],
      abstaining: [],
      notParticipating: ['BBB', 'CCC', 'DDD'],
    });
    expect(refusal(vote, cast('AAA', 'against'))).toBe('ballot-same');
    expect(refusal(vote, { type: 'clear', code: code('BBB'), by: CHAIR, at: 4 })).toBe('ballot-missing');
  });
  test('C18 the announcement closes the vote; what a delegation meant is kept and changes no number', () => {
    const before = read(cast('AAA', 'for'));
    const vote = read(cast('AAA', 'for'), announce);
    expect(vote.state).toEqual({ type: 'announced', at: 5 });
    for (const event of [cast('BBB', 'for', 6), announce, { type: 'cancel', by: CHAIR, at: 6 } as const])
      expect(refusal(vote, event)).toBe('vote-over');
    const intend: VoteEvent = { type: 'intend', code: code('BBB'), ballot: 'against', by: CHAIR, at: 7 };
    expect(refusal(before, intend)).toBe('vote-open');
    const meant = hearVote(vote, intend);
    expect(meant.ok && [...meant.value.intentions]).toEqual([['BBB', 'against']]);
    expect(meant.ok && voteOutcome(meant.value)).toEqual(voteOutcome(vote));
  });
  test('C18 with no ballot there is nothing to announce; a cancelled vote has no result and takes nothing', () => {
    expect(refusal(read(), announce)).toBe('nobody-voted');
    const cancelled = read(cast('AAA', 'for'), { type: 'cancel', by: CHAIR, at: 4 });
    expect(cancelled.state).toEqual({ type: 'cancelled', at: 4 });
    for (const event of [cast('BBB', 'for'), announce]) expect(refusal(cancelled, event)).toBe('vote-over');
  });
  test('C18 two announcements and a ballot too late leave one vote', () => {
    const vote = read(cast('AAA', 'for'), announce, cast('BBB', 'against', 6), { ...announce, at: 7 });
    expect(vote.state).toEqual({ type: 'announced', at: 5 });
    expect(vote.ballots.size).toBe(1);
  });
});

describe('the outcome', () => {
  const roll = members(...Array.from({ length: 193 }, (_, at) => `S${at}`));
  const voted = (yes: number, no: number, abstaining: number, rule: VoteOpening['rule'] = 'two-thirds') =>
    voteOutcome(
      readVote(
        opening({ rule, members: votersOf(roll) }),
        roll
          .slice(0, yes + no + abstaining)
          .map(({ code: by }, at) => cast(by, at < yes ? 'for' : at < yes + no ? 'against' : 'abstain')),
      )!,
    );
  test('C17 134 to 0, with 2 abstentions: 90 of 134 cast were needed, and 57 took no part', () => {
    const { tally, cast: votes, needed, decision } = voted(134, 0, 2);
    expect([tally.for.length, tally.against.length, tally.abstaining.length, tally.notParticipating.length]).toEqual([
      134, 0, 2, 57,
    ]);
    expect([votes, needed, decision.passes]).toEqual([134, 90, true]);
  });
  test.each([
    [3, 'two-thirds', 2],
    [4, 'two-thirds', 3],
    [0, 'two-thirds', 1],
    [4, 'simple-majority', 3],
    [5, 'simple-majority', 3],
    [0, 'simple-majority', 1],
  ] as const)('C17 of %i votes, %s needs %i', (votes, rule, needed) => {
    expect(voted(0, votes, 7, rule).needed).toBe(needed);
  });
  test('C17 it passes exactly with the votes that are said to be needed', () => {
    fc.assert(
      fc.property(fc.nat(90), fc.nat(90), fc.nat(10), fc.boolean(), (yes, no, abstaining, substance) => {
        const { needed, decision } = voted(yes, no, abstaining, substance ? 'two-thirds' : 'simple-majority');
        expect(decision.passes).toBe(yes >= needed);
      }),
      { seed: 2, numRuns: 60 },
    );
  });
});

describe('stored', () => {
  const openings: readonly VoteOpening[] = [
    opening(),
    opening({ subject: { type: 'provision', provision: pid(1), words: 'States [meet].' }, rule: 'simple-majority' }),
    opening({
      subject: { type: 'wording', bracket: bid(1), variant: 'none', words: '' },
      quorum: { needed: 2, present: 3 },
    }),
  ];
  const events: readonly VoteEvent[] = [
    ...BALLOTS.map((ballot) => cast('AAA', ballot)),
    { type: 'clear', code: code('AAA'), by: CHAIR, at: 3 },
    announce,
    { type: 'intend', code: code('AAA'), ballot: 'for', by: SECRETARIAT, at: 9 },
    { type: 'cancel', by: CHAIR, at: 4 },
  ];
  const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  test('C19 openings and events read back as they were written', () => {
    for (const one of openings) expect(decodeOpening(json(one))).toEqual({ ok: true, value: one });
    for (const one of events) expect(decodeVoteEvent(json(one))).toEqual({ ok: true, value: one });
  });
  test.each([
    ['not-an-object', []],
    ['id-unknown', { ...opening(), id: 'x' }],
    ['subject-unknown', { ...opening(), subject: { type: 'provision', provision: 'x', words: '' } }],
    ['rule-unknown', { ...opening(), rule: 'consensus' }],
    ['members-unknown', { ...opening(), members: ['BBB', 'AAA'] }],
    ['quorum-unknown', { ...opening(), quorum: { needed: 1 } }],
    ['words-unknown', { ...opening(), about: 7 }],
    ['by-unknown', { ...opening(), by: 'chair' }],
    ['time-unknown', { ...opening(), at: NaN }],
  ])('C19 an opening is refused: %s', (reason, value) => expect(decodeOpening(value)).toEqual({ ok: false, reason }));
  test.each([
    ['not-an-object', null],
    ['event-unknown', { ...announce, type: 'shout' }],
    ['code-unknown', { ...cast('AAA', 'for'), code: 'a' }],
    ['ballot-unknown', { ...cast('AAA', 'for'), ballot: 'yes' }],
    ['by-unknown', { ...announce, by: undefined }],
    ['time-unknown', { ...announce, at: 'now' }],
  ])('C19 an event is refused: %s', (reason, value) => expect(decodeVoteEvent(value)).toEqual({ ok: false, reason }));
});
