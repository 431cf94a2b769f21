import { afterAll, beforeAll, expect } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import { openTable, SOUND, type Table, type TableRequest } from './table.ts';

/** One stage for a file's tests, and a table laid on it for each: what was done at it leaves screens and drafts sound. */
export function tableForTests(): (
  laid: readonly string[] | TableRequest,
  act: (table: Table) => Promise<void>,
) => Promise<void> {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage.close());
  return async (laid, act) => {
    const table = await openTable(stage, 'lines' in laid ? laid : { lines: laid });
    await act(table);
    await expect.poll(() => table.soundness()).toEqual(SOUND);
  };
}
