import fc from 'fast-check';
import { expect, test } from 'vitest';
import { circulate, hear, silenceAt, type Silence, type SilenceEvent } from '../../shared/procedure/silence.ts';
import type { ActId } from '../../shared/schema/ids.ts';
import { code, pid } from '../consensus/meeting.ts';

const wording = (deadline: number) => ({
  id: 'CHAIR-silence00001' as ActId,
  wording: { type: 'provision' as const, provision: pid(1), choices: [], words: 'States meet.', shown: 'States meet.' },
  about: '1. States meet.',
  members: [code('AAA'), code('BBB')],
  deadline,
});
const start = (): Silence => {
  const made = circulate(wording(100), 10);
  if (!made.ok) throw new Error(made.reason);
  return made.value;
};
const after = (...events: SilenceEvent[]) =>
  events.reduce((silence, event) => {
    const heard = hear(silence, event);
    if (!heard.ok) throw new Error(heard.reason);
    return heard.value;
  }, start());
const refused = (silence: Silence, event: SilenceEvent) => hear(silence, event);
const object = (at: number): SilenceEvent => ({ type: 'object', by: code('AAA'), reason: 'No.', at });
const gavel = (at: number, words = 'States meet.'): SilenceEvent => ({ type: 'gavel', words, at });

test('P13 a deadline lies ahead', () =>
  expect(circulate(wording(10), 10)).toEqual({
    ok: false,
    reason: 'deadline-not-ahead',
  }));
test('P13 one objection before the deadline breaks the silence for good', () => {
  const broken = after(object(99));
  expect(broken.state).toEqual({ type: 'broken', by: { by: 'AAA', reason: 'No.', at: 99 } });
  expect(silenceAt(broken, 500).state.type).toBe('broken');
  expect(refused(broken, gavel(200))).toEqual({ ok: false, reason: 'silence-broken' });
});
test('P13 an objection needs a reason', () =>
  expect(refused(start(), { type: 'object', by: code('AAA'), reason: ' ', at: 20 })).toEqual({
    ok: false,
    reason: 'reason-missing',
  }));
test('P13 the objection of who is no member breaks nothing', () =>
  expect(refused(start(), { type: 'object', by: code('PRESS'), reason: 'No.', at: 20 })).toEqual({
    ok: false,
    reason: 'not-a-member',
  }));
test('P13 at the deadline the silence has lapsed, and an objection is late: kept, without effect', () => {
  expect(silenceAt(start(), 99).state.type).toBe('running');
  expect(silenceAt(start(), 100).state.type).toBe('lapsed');
  const late = after(object(100));
  expect(late.state.type).toBe('lapsed');
  expect(late.late).toEqual([{ by: 'AAA', reason: 'No.', at: 100 }]);
});
test('P13 the chair gavels what lapsed, on the words that were circulated', () => {
  expect(after(gavel(120)).state).toEqual({ type: 'gavelled', at: 120 });
  expect(refused(start(), gavel(50))).toEqual({ ok: false, reason: 'silence-running' });
  expect(refused(start(), gavel(120, 'States may meet.'))).toEqual({ ok: false, reason: 'words-changed' });
});
test('P13 a running silence can be extended or withdrawn, a finished one cannot', () => {
  expect(after({ type: 'extend', deadline: 200, at: 50 }, object(150)).state.type).toBe('broken');
  expect(after({ type: 'withdraw', at: 50 }).state).toEqual({ type: 'withdrawn', at: 50 });
  expect(refused(start(), { type: 'extend', deadline: 200, at: 100 })).toEqual({ ok: false, reason: 'silence-over' });
  expect(refused(after(gavel(120)), { type: 'withdraw', at: 130 })).toEqual({ ok: false, reason: 'silence-over' });
});
test('P13 whatever happens, nothing broken is ever gavelled', () => {
  const anEvent = fc.oneof(
    fc.integer({ min: 11, max: 200 }).map(object),
    fc.integer({ min: 11, max: 200 }).map((at) => gavel(at)),
    fc.integer({ min: 11, max: 200 }).map((at): SilenceEvent => ({ type: 'extend', deadline: at + 40, at })),
    fc.integer({ min: 11, max: 200 }).map((at): SilenceEvent => ({ type: 'withdraw', at })),
  );
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 12 }), (events) => {
      let silence = start();
      let broken = false;
      for (const event of events.toSorted((a, b) => a.at - b.at)) {
        const heard = hear(silence, event);
        if (heard.ok) silence = heard.value;
        broken ||= silence.state.type === 'broken';
        expect(broken ? silence.state.type : 'broken').toBe('broken');
      }
    }),
    { seed: 3, numRuns: 500 },
  );
});
