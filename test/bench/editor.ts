import { openStage } from '../e2e/editor/stage.ts';

/*
 * What a key costs in the editor, in Chromium: from the browser's `beforeinput` until everything it set off has run
 * (command, projection, Lexical, caret; layout as far as setting the caret asks for it), without painting.
 * `npm run bench -- editor [--json] [SIZE ...]`, sizes in provisions.
 */
interface Figures {
  readonly provisions: number;
  readonly words: number;
  readonly openMs: number;
  readonly ownKeyMs: { readonly median: number; readonly p95: number };
  readonly othersKeyMs: { readonly median: number; readonly p95: number };
}

const KEYS = 200;
const WORDS = 'The States parties to the present instrument recall their obligations under the applicable law and ';

function lineOf(index: number): string {
  const hold = `[?EU:${WORDS.slice(0, 40)}[+NOR:not ]only]`;
  const strike = index % 3 === 0 ? `[-MEX:${WORDS.slice(0, 20)}]` : '';
  return `Provision ${WORDS}${hold}${WORDS}${strike} number ${index}.`;
}

const json = process.argv.includes('--json');
const asked = process.argv.slice(2).map(Number).filter(Number.isInteger);
const sizes = asked.length > 0 ? asked : [50, 400, 1600];

const stage = await openStage();
const figures: Figures[] = [];
try {
  for (const size of sizes) {
    const lines = Array.from({ length: size }, (_, index) => lineOf(index));
    const openMs = await stage.page.evaluate((text) => {
      const before = performance.now();
      window.room.open(text, [{ code: 'CHAIR', mode: 'draft' }]);
      document.body.getBoundingClientRect();
      return performance.now() - before;
    }, lines);
    await stage.page.evaluate((provision) => {
      const { replica, handle } = window.room.seats[0]!;
      handle.current!.focus({ provision: replica.read().provisions[provision]!.id, offset: 20 });
      window.keyTimes = [];
      const channel = new MessageChannel();
      let began = 0;
      channel.port1.addEventListener('message', () => window.keyTimes.push(performance.now() - began));
      channel.port1.start();
      window.onbeforeinput = () => {
        began = performance.now();
        channel.port2.postMessage(0);
      };
    }, size >> 1);
    await stage.page.waitForTimeout(300);
    for (let key = 0; key < KEYS; key += 1) await stage.page.keyboard.press('x');
    const own = await stage.page.evaluate(() => window.keyTimes);
    const others = await stage.page.evaluate(
      ([provision, keys]) => window.room.arrive(provision!, keys!),
      [Math.min(size - 1, (size >> 1) + 1), KEYS],
    );
    const words = lines.join(' ').split(/\s+/u).length;
    figures.push({
      provisions: size,
      words,
      openMs: round(openMs),
      ownKeyMs: spread(own),
      othersKeyMs: spread(others),
    });
  }
} finally {
  await stage.close();
}
process.stdout.write(json ? `${JSON.stringify(figures)}\n` : `${figures.map(sentence).join('\n')}\n`);

function spread(times: readonly number[]): Figures['ownKeyMs'] {
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number) => round(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN);
  return { median: at(0.5), p95: at(0.95) };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

function sentence({ provisions, words, openMs, ownKeyMs, othersKeyMs }: Figures): string {
  const key = (of: Figures['ownKeyMs']) => `${of.median} ms (p95 ${of.p95})`;
  return `${provisions} provisions, ${words} words: open ${openMs} ms, own key ${key(ownKeyMs)}, another's ${key(othersKeyMs)}`;
}
