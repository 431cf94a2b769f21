import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess, type AssessInput } from '../../shared/consensus/assess.ts';
import { clusterDelegations } from '../../shared/consensus/division/clusters.ts';
import { divisionLines } from '../../shared/consensus/division/lines.ts';
import { slotsTaken } from '../../shared/consensus/division/slots-taken.ts';
import { SEED_LIST } from '../../shared/procedure/tag-record.ts';
import { viewDraft } from '../../shared/consensus/draft-view.ts';
import { readRedLines } from '../../shared/consensus/moves/red-lines.ts';
import { smallestMoves } from '../../shared/consensus/moves/smallest-moves.ts';
import { findTrades } from '../../shared/consensus/moves/trades.ts';
import { likelyVoteOnWhole, whatIf } from '../../shared/consensus/what-if.ts';
import { visibleTo } from '../../shared/positions/audience.ts';
import type { Code } from '../../shared/schema/ids.ts';
import type { Role } from '../../shared/schema/meeting.ts';
import type { Tagging } from '../../shared/schema/issue-tag.ts';
import { targetKey, type Position } from '../../shared/schema/position.ts';
import { aMeeting, aPosition } from './arbitrary.ts';
import { code } from './meeting.ts';
import { plain } from './plain.ts';

/** All that is worked out for whoever sees these positions. */
function everythingShown(input: AssessInput) {
  const assessment = assess(input);
  const members = input.delegations.flatMap((one) => (one.standing === 'member' ? one.code : []));
  const tagging: Tagging = new Map(
    input.draft.provisions.map(({ id }) => [
      targetKey({ type: 'provision', provision: id }),
      [{ tag: SEED_LIST[0]!.id }],
    ]),
  );
  const model = readRedLines({ ...input, draft: viewDraft(input.draft) });
  return {
    assessment: plain(assessment),
    lines: divisionLines(assessment, { tags: SEED_LIST, tagging, members }),
    clusters: clusterDelegations(slotsTaken(assessment), { same: 1, share: 0.75, marks: 5 }),
    moves: smallestMoves(model),
    trades: findTrades(model, 10),
    vote: likelyVoteOnWhole(assessment, members),
    prospects: whatIf(assessment, members, { type: 'two-thirds' }),
  };
}

const readers: readonly { readonly role: Role; readonly code: Code }[] = [
  { role: 'delegation', code: code('AAA') },
  // A member is not told what its group's speaker tells the chair; nor is the secretariat, nor an observer.
  { role: 'delegation', code: code('GRP') },
  { role: 'secretariat', code: code('SEC') },
  { role: 'observer', code: code('OBS') },
];

test.each(readers)('C12 nothing shown to $role $code depends on what others tell the chair', (reader) => {
  const confide = (told: readonly Position[]) =>
    told
      .filter(({ delegation }) => delegation !== reader.code)
      .map((position): Position => ({ ...position, audience: 'chair' }));
  let secrets = 0;
  fc.assert(
    fc.property(aMeeting, fc.array(aPosition, { minLength: 1, maxLength: 12 }), (input, told) => {
      const isOwn = ({ audience, delegation }: Position) => audience === 'room' || delegation === reader.code;
      const known = input.positions.filter(isOwn);
      const shown = (positions: readonly Position[]) =>
        everythingShown({ ...input, positions: visibleTo(positions, reader) });
      const without = shown(known);
      // The confidences there are, and wholly others, in front of what is known and behind it.
      expect(shown(input.positions)).toEqual(without);
      expect(shown([...confide(told), ...known])).toEqual(without);
      secrets += confide(told).length;
    }),
    { seed: 81, numRuns: process.env['LONG'] === '1' ? 1000 : 25 },
  );
  expect(secrets).toBeGreaterThan(20);
});

test('C12 the chair is shown what is told to the chair', () => {
  let differs = 0;
  fc.assert(
    fc.property(aMeeting, (input) => {
      const seen = visibleTo(input.positions, { role: 'chair', code: code('CHAIR') });
      expect(seen).toEqual(input.positions);
      const open = input.positions.filter(({ audience }) => audience === 'room');
      if (JSON.stringify(assess(input).counts) !== JSON.stringify(assess({ ...input, positions: open }).counts))
        differs++;
    }),
    { seed: 82, numRuns: 60 },
  );
  // Confidences count for the chair: otherwise their absence elsewhere would show nothing.
  expect(differs).toBeGreaterThan(5);
});
