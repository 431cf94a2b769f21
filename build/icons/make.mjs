// Draws icon.svg at every size that the three systems ask for: PNGs, one .ico and one .icns. Run by hand after the
// drawing changed; what it makes is kept in the repository, because packing needs it where there is no Chromium.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const folder = import.meta.dirname;
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/** The names by which an .icns file knows its sizes. */
const ICNS = new Map([
  ['ic04', 16],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
]);

/** @param {string} svg @returns {Promise<Map<number, Buffer>>} */
async function draw(svg) {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage();
  const drawings = new Map();
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    drawings.set(size, await page.screenshot({ omitBackground: true }));
  }
  await browser.close();
  return drawings;
}

/** @param {ReadonlyMap<number, Buffer>} drawings */
function ico(drawings) {
  const images = [...drawings].filter(([size]) => size <= 256);
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, [size, png]] of images.entries()) {
    const entry = 6 + 16 * index;
    // 256 is written as 0: the field is one byte.
    head.writeUInt8(size % 256, entry);
    head.writeUInt8(size % 256, entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(png.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(([, png]) => png)]);
}

/** @param {ReadonlyMap<number, Buffer>} drawings */
function icns(drawings) {
  const parts = [...ICNS].flatMap(([name, size]) => {
    const png = drawings.get(size) ?? Buffer.alloc(0);
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return [head, png];
  });
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

const drawings = await draw(readFileSync(join(folder, 'icon.svg'), 'utf8'));
mkdirSync(join(folder, 'png'), { recursive: true });
for (const [size, png] of drawings) if (size <= 512) writeFileSync(join(folder, 'png', `${size}x${size}.png`), png);
writeFileSync(join(folder, 'icon.ico'), ico(drawings));
writeFileSync(join(folder, 'icon.icns'), icns(drawings));
