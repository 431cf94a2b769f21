import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { joinByCable } from './cable.ts';
import { FIRST } from './request.ts';
import { openRig, textOf, until, untilSaved, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

describe('a line that goes dead', () => {
  test('O1 is not called saving for long, and is taken up again when it carries', async () => {
    const [chair] = await rig.meet();
    const { cable, eu } = await joinByCable(rig, chair);
    const write = (text: string) => insertText(eu.replica!, eu.hand, { at: { provision: FIRST, offset: 0 }, text });
    write('before ');
    await untilSaved(eu);
    cable.cut();
    write('during ');
    expect(eu.save.get()).toMatchObject({ type: 'saving', pending: 1 });
    await until(eu.save, ({ type }) => type === 'offline', 12_000);
    expect(textOf(chair, FIRST)).not.toContain('during');
    cable.mend();
    await untilSaved(eu);
    await until(chair.draft, () => textOf(chair, FIRST)?.startsWith('during before ') === true);
    cable.close();
  });

  test('O4 a line that answers, if slowly, is left alone', async () => {
    const [chair] = await rig.meet();
    const { cable, eu } = await joinByCable(rig, chair);
    const seen = new Set<string>();
    eu.save.subscribe(() => seen.add(eu.save.get().type));
    cable.cut();
    insertText(eu.replica!, eu.hand, { at: { provision: FIRST, offset: 0 }, text: 'slow ' });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    cable.mend();
    await untilSaved(eu);
    expect([...seen].toSorted()).toEqual(['saved', 'saving']);
    cable.close();
  });

  test('O4 a machine that was held up itself does not take the line for dead', async () => {
    const [chair] = await rig.meet();
    const { cable, eu } = await joinByCable(rig, chair);
    const seen = new Set<string>();
    eu.save.subscribe(() => seen.add(eu.save.get().type));
    cable.cut();
    insertText(eu.replica!, eu.hand, { at: { provision: FIRST, offset: 0 }, text: 'slow ' });
    // The line asks after five seconds; what answers then waits for a machine that does nothing for longer than it may.
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    cable.mend();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 4_500);
    await untilSaved(eu);
    expect([...seen].toSorted()).toEqual(['saved', 'saving']);
    cable.close();
  });
});
