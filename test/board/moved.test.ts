import { expect, test } from 'vitest';
import { lookAt, movedSince, readLook } from '../../renderer/views/board/concerns/moved.ts';
import { assess } from '../../shared/consensus/assess.ts';
import { bid, bracket, meeting, onProvision, pid, says, type Sketch } from '../consensus/meeting.ts';

const moved = (before: Sketch, after: Sketch) => movedSince(lookAt(assess(meeting(before)), 1), assess(meeting(after)));
const still = { opened: 0, closed: 0, more: 0, fewer: 0 };

test('K14 what stands as it stood has not moved', () => {
  const sketch = { brackets: [bracket(bid(1), 'hold', 1)], positions: [says('AAA', 'object', onProvision(2))] };
  expect(moved(sketch, sketch)).toEqual([]);
});
test('K14 an objection that came, and one that went, with what they made of the provision', () => {
  const objection = { positions: [says('AAA', 'object', onProvision(1))] };
  expect(moved({}, objection)).toEqual([{ ...still, provision: pid(1), before: 'ready', after: 'blocked', more: 1 }]);
  expect(moved(objection, {})).toEqual([{ ...still, provision: pid(1), before: 'blocked', after: 'ready', fewer: 1 }]);
});
test('K14 one objector in the place of another is a move, though the status is the same', () => {
  const by = (code: string) => ({ positions: [says(code, 'object', onProvision(1))] });
  expect(moved(by('AAA'), by('BBB'))).toMatchObject([{ before: 'blocked', after: 'blocked', more: 1, fewer: 1 }]);
});
test('K14 brackets opened and closed are told apart', () => {
  const before = { brackets: [bracket(bid(1), 'hold', 1)] };
  const after = { brackets: [bracket(bid(2), 'hold', 1)] };
  expect(moved(before, after)).toMatchObject([{ provision: pid(1), opened: 1, closed: 1 }]);
});
test('K14 a look reads back as it was kept, and nothing else does', () => {
  const look = lookAt(assess(meeting({})), 7);
  expect(readLook(JSON.stringify(look))).toEqual(look);
  for (const text of [null, '', 'null', '[]', '{"at":1}']) expect(readLook(text)).toBeUndefined();
});
