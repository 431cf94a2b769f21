import { expect, it } from 'vitest';
import { type StagePage } from './stage-page.ts';
import { stageForTests } from './stage-for-tests.ts';
import { atRest } from '../../support/at-rest.ts';
import { countRenders, rendersDuring } from './renders.ts';

const stage = stageForTests();
let opened: StagePage;

/** What stands round the text and shows nothing of the words that are written. */
const ROUND = [
  'Meeting',
  'Header',
  'MeetingTitle',
  'Drafting',
  'DraftToolbar',
  'Outline',
  'OutlineSum',
  'Margin',
  'ProvisionCard',
  'BracketCard',
  'Card',
  'VariantRow',
  'BracketActs',
  'StatusLine',
  'SoundingBar',
];

it.each(['chair', 'delegation'])(
  'V9 the %s writes, and of all round the text one row of the outline renders',
  async (role) => {
    opened = await stage.open(`?role=${role}`, { ready: countRenders });
    const { page } = opened;
    await page.keyboard.press('F8');
    await page.keyboard.press('ArrowRight');
    // The first letter may open a bracket, which the screen has to show.
    await page.keyboard.type('so ');
    await expect.poll(() => page.locator('.draft-text').innerText()).toContain('so ');
    await atRest(page);
    const renders = await rendersDuring(page, async () => {
      await page.keyboard.type('that all may read it', { delay: 40 });
      await expect.poll(() => page.locator('.draft-text').innerText()).toContain('so that all may read it');
      await atRest(page);
    });
    expect(Object.keys(renders['OutlineRow'] ?? {})).toHaveLength(1);
    expect(ROUND.filter((name) => renders[name])).toEqual([]);
  },
);
