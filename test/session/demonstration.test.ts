import { underNegotiation } from '../../shared/schema/under-negotiation.ts';
import { describe, expect, test } from 'vitest';
import { openLocal } from '../../renderer/session/meetings/open-local.ts';
import { demonstration } from '../../shared/demonstration/demonstration.ts';
import { OPENED } from '../support/opened.ts';
import { CHAIR } from '../../shared/schema/ids.ts';
import { seeded } from './rig.ts';

describe('the demonstration meeting', () => {
  test('O11 holds its draft, positions, groups and rulings, and is assessed', () => {
    const { profile, ...meeting } = demonstration(OPENED);
    const { title, symbol, language, id } = profile;
    const member = { meeting: id, role: 'chair', code: CHAIR, name: '', person: '' } as const;
    const request = { ...meeting, title, symbol, language };
    const session = openLocal({ member, request, clock: () => 0, random: seeded(9) });
    expect(session.draft.get()).toEqual(meeting.draft);
    expect(session.positions.get()).toHaveLength(meeting.positions.length);
    expect(session.rulings.get()).toEqual(meeting.rulings);
    const { counts, ranking } = session.assessment.get();
    expect(counts).toMatchObject({ agreed: 2 });
    expect(counts.blocked).toBeGreaterThan(0);
    // The reader and the record of progress count without an assessment, and come to the same.
    expect(underNegotiation(meeting.draft)).toBe(Object.values(counts).reduce((sum, count) => sum + count, 0));
    expect(session.assessment.get().provisions.get(ranking[0]!)?.status).toBe('blocked');
    session.leave();
  });

  test('O11 is some hours to a few days old, whenever it is opened', () => {
    for (const opened of [OPENED, Date.UTC(2031, 0, 1)]) {
      const { draft, positions, rulings } = demonstration(opened);
      const times = [...positions.map(({ at }) => at), ...rulings.map(({ at }) => at)];
      for (const at of [...times, ...draft.brackets.map((bracket) => bracket.opened)]) {
        expect(at).toBeLessThan(opened - 3_600_000);
        expect(at).toBeGreaterThan(opened - 3 * 86_400_000);
      }
    }
  });
});
