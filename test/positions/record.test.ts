import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maySee } from '../../shared/positions/audience.ts';
import { decodePosition, encodePosition, positionKey, REASON_LIMIT } from '../../shared/positions/record.ts';
import { parseTarget } from '../../shared/positions/target.ts';
import { targetKey } from '../../shared/schema/position.ts';
import { aPosition, aTarget } from '../consensus/arbitrary.ts';
import { code, onProvision, says } from '../consensus/meeting.ts';

describe('records', () => {
  test('P1 a target reads back as it was written', () => {
    fc.assert(
      fc.property(aTarget, (target) => {
        expect(parseTarget(targetKey(target))).toEqual(target);
      }),
      { seed: 1 },
    );
  });
  test('P1 a string that names nothing is no target', () => {
    for (const key of ['', 'p', 'p/', 'p/x', 'q/CHAIR-p00000001', 'v/CHAIR-b0000001', 'v/CHAIR-b0000001/neither'])
      expect(parseTarget(key)).toBeUndefined();
    for (const key of ['p/CHAIR-p00000001/x', 'b/CHAIR-b0000001/text', 'v/CHAIR-b0000001/text/x'])
      expect(parseTarget(key)).toBeUndefined();
  });
  test('P1 a position reads back as it was written, through JSON', () => {
    fc.assert(
      fc.property(aPosition, (position) => {
        const read = decodePosition(JSON.parse(JSON.stringify(encodePosition(position))));
        expect(read).toEqual({ ok: true, value: position });
      }),
      { seed: 2 },
    );
  });
  test('P1 whatever else is refused with the field that does not fit, and never throws', () => {
    const good = encodePosition(says('AAA', 'object', onProvision(1)));
    const wrong: [string, unknown, string][] = [
      ['delegation', 'aaa', 'delegation-unknown'],
      ['target', 'x/1', 'target-unknown'],
      ['stance', 'maybe', 'stance-unknown'],
      ['reason', 'x'.repeat(REASON_LIMIT + 1), 'reason-too-long'],
      ['condition', 7, 'reason-too-long'],
      ['conditionOn', { bracket: 'x', variant: 'text' }, 'condition-unknown'],
      ['audience', 'everybody', 'audience-unknown'],
      ['source', 'rumour', 'source-unknown'],
      ['at', NaN, 'time-unknown'],
    ];
    for (const [field, value, reason] of wrong)
      expect(decodePosition({ ...good, [field]: value })).toEqual({ ok: false, reason });
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(decodePosition(value).ok).toBe(false);
      }),
      { seed: 3 },
    );
  });
  test('P1 one record a delegation, target, source and audience', () => {
    const one = says('AAA', 'object', onProvision(1));
    expect(positionKey({ ...one, stance: 'support', at: 9 } as typeof one)).toBe(positionKey(one));
    expect(positionKey({ ...one, audience: 'chair' })).not.toBe(positionKey(one));
    expect(positionKey({ ...one, source: 'floor' })).not.toBe(positionKey(one));
  });
});

describe('audience', () => {
  const told = says('AAA', 'object', onProvision(1), { audience: 'chair' });
  const shown = says('AAA', 'object', onProvision(1));
  const sees = (position: typeof told, role: Parameters<typeof maySee>[1]['role'], by: string) =>
    maySee(position, { role, code: code(by) });

  test('P2 what the chair alone is told is seen by its delegation and the chair', () => {
    expect(sees(told, 'chair', 'CHAIR')).toBe(true);
    expect(sees(told, 'delegation', 'AAA')).toBe(true);
    expect(sees(told, 'delegation', 'BBB')).toBe(false);
    expect(sees(told, 'secretariat', 'SEC')).toBe(false);
  });
  test('P2 what the room is told the whole room sees, and no observer', () => {
    expect(sees(shown, 'delegation', 'BBB')).toBe(true);
    expect(sees(shown, 'secretariat', 'SEC')).toBe(true);
    expect(sees(shown, 'observer', 'AAA')).toBe(false);
  });
});
