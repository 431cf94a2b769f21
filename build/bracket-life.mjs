/// <reference lib="dom" />
// The film strip of the README: one bracket proposed, seconded, answered by another wording and ruled on, each picture
// taken from the chair's screen while two delegations write in browsers of their own.
import { join } from 'node:path';

const PROVISION = 'who has access to them';
const FRAME = { width: 640, height: 400 };

/**
 * @param {import('playwright-core').Browser} browser
 * @param {{ address: string, folder: string }} where
 */
export async function takeBracketLife(browser, { address, folder }) {
  const chair = await sit(browser, address);
  await chair.getByRole('button', { name: 'Open the demonstration' }).click();
  await provisionOf(chair).waitFor();
  const arvenia = await sit(browser, await invite(chair, 'Arvenia', 'Ines Arlo'));
  const belmora = await sit(browser, await invite(chair, 'Belmora', 'Bo Lind'));
  const castaria = await sit(browser, await invite(chair, 'Castaria', 'Cy Ovar'));
  await view(chair, 'Draft');
  const frames = [];

  await caretBehind(arvenia, 'every withdrawal');
  await arvenia.keyboard.type(' in writing');
  frames.push(
    await frame(chair, { words: 'in writing', caption: 'Proposed: Arvenia types, and its words stand in a bracket' }),
  );

  await caretBehind(belmora, 'in writing');
  await margin(belmora)
    .getByRole('article')
    .filter({ hasText: 'in writing' })
    .getByRole('button', { name: /^Second/ })
    .first()
    .click();
  await margin(chair)
    .getByText(/seconded by/)
    .first()
    .waitFor();
  frames.push(await frame(chair, { words: 'in writing', caption: 'Seconded: Belmora stands behind it' }));

  await selectWords(castaria, ' in writing');
  await castaria.keyboard.type(' where practicable');
  frames.push(
    await frame(chair, {
      words: 'where practicable',
      caption: 'Answered: Castaria offers another wording, both stand',
    }),
  );

  await caretBehind(chair, 'in writing');
  await margin(chair)
    .getByRole('button', { name: /Choose a wording/ })
    .first()
    .click();
  await chair
    .getByRole('menuitem', { name: /in writing/ })
    .first()
    .click();
  await provisionOf(chair).filter({ hasNotText: 'where practicable' }).waitFor();
  frames.push(
    await frame(chair, { words: 'in writing', caption: 'Ruled on: the chair chooses, and the text follows' }),
  );

  const strip = await browser.newPage({ viewport: { width: 1320, height: 920 }, deviceScaleFactor: 1.5 });
  await strip.setContent(stripOf(frames));
  await strip.locator('main').screenshot({ path: join(folder, 'bracket-life.png') });
}

/** @typedef {import('playwright-core').Page} Page */

/** @param {import('playwright-core').Browser} browser @param {string} address */
async function sit(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** @param {Page} page */
const provisionOf = (page) => page.locator('[data-provision]').filter({ hasText: PROVISION }).first();
/** @param {Page} page */
const margin = (page) => page.getByRole('complementary', { name: 'Brackets and positions here' });

/** @param {Page} page @param {string} name */
async function view(page, name) {
  await page.getByRole('navigation', { name: 'Views of the meeting' }).getByText(name, { exact: true }).click();
}

/** @param {Page} chair @param {string} delegation @param {string} person */
async function invite(chair, delegation, person) {
  await view(chair, 'Chair’s desk');
  await chair.getByRole('tab', { name: 'Invitations' }).click();
  await chair
    .getByRole('button', { name: /Delegation$/ })
    .last()
    .click();
  await chair.getByRole('option', { name: new RegExp(delegation) }).click();
  await chair.getByLabel('For whom').fill(person);
  await chair.getByRole('button', { name: 'Make the invitation' }).click();
  const card = chair.getByRole('article', { name: `Invitation for ${person}` });
  await card.waitFor();
  return card.getByLabel('Link').inputValue();
}

/** @param {Page} page @param {string} words */
async function caretBehind(page, words) {
  const { to } = await placeOf(page, words);
  await page.mouse.click(to.x, to.y);
}

/** @param {Page} page @param {string} words */
async function selectWords(page, words) {
  const { from, to } = await placeOf(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

/** Where words begin and end on the screen. @param {Page} page @param {string} words */
async function placeOf(page, words) {
  await page.waitForFunction(
    ([provision, wanted]) =>
      [...document.querySelectorAll('[data-provision]')].some(
        ({ textContent }) => textContent?.includes(provision ?? '') && textContent.includes((wanted ?? '').trim()),
      ),
    [PROVISION, words],
  );
  await provisionOf(page).scrollIntoViewIfNeeded();
  return provisionOf(page).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      const edge = (/** @type {number} */ offset) => {
        range.setStart(node, offset);
        range.collapse(true);
        const { left, top, height } = range.getBoundingClientRect();
        return { x: left, y: top + height / 2 };
      };
      return { from: edge(at), to: edge(at + wanted.length) };
    }
    throw new Error(`no "${wanted}" in one run of "${element.textContent}"`);
  }, words);
}

/** The provision with the margin beside it. @param {Page} page @param {{ words: string, caption: string }} shown */
async function frame(page, { words, caption }) {
  await caretBehind(page, words);
  await page.waitForTimeout(600);
  const text = await provisionOf(page).boundingBox();
  const cards = await margin(page).boundingBox();
  if (!text || !cards) throw new Error('the provision and the margin are in sight');
  const width = cards.x + cards.width - text.x + 24;
  const height = (width * FRAME.height) / FRAME.width;
  const y = Math.max(0, Math.min(text.y - height / 3, 800 - height));
  const picture = await page.screenshot({ clip: { x: text.x - 24, y, width, height } });
  return { picture: picture.toString('base64'), caption };
}

/** @param {readonly { picture: string, caption: string }[]} frames */
function stripOf(frames) {
  const figures = frames.map(
    ({ picture, caption }, index) =>
      `<figure><img src="data:image/png;base64,${picture}"><figcaption><b>${index + 1}</b> ${caption}</figcaption></figure>`,
  );
  return `<!doctype html><style>
    body { margin: 0; background: #fff; font: 15px/1.4 "Noto Sans", sans-serif; color: #1c2230 }
    main { display: grid; grid-template-columns: 1fr 1fr; gap: 20px; padding: 20px; width: 1280px }
    figure { margin: 0 } img { width: 100%; display: block; border: 1px solid #d4d8df; border-radius: 8px }
    figcaption { padding: 8px 2px 0 } b { margin-inline-end: 4px }
  </style><main>${figures.join('')}</main>`;
}
