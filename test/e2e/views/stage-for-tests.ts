import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openViewStage, type StagePage, type ViewStage } from './stage-page.ts';

/** One stage for a file's tests. The page a test opens has nothing to complain of when the test ends, and is closed. */
export function stageForTests(): Pick<ViewStage, 'open'> {
  let stage: ViewStage;
  let opened: StagePage | undefined;
  beforeAll(async () => {
    stage = await openViewStage();
  });
  afterEach(async () => {
    const page = opened;
    opened = undefined;
    expect(page?.errors ?? []).toEqual([]);
    await page?.close();
  });
  afterAll(() => stage.close());
  return { open: async (query, look) => (opened = await stage.open(query, look)) };
}
