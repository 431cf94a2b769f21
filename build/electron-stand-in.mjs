// A stand-in for Electron's Linux distribution, for packing where Electron's own cannot be had: the files that the
// packer looks for, and a program that carries the fuse wire and nothing else. What is packed round it does not run;
// its archive and its fuses are the real ones, and are what the tests read.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What @electron/fuses looks for in the program: this mark, then a version, a count, and a state for each fuse. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const WIRE_VERSION = 1;

/** As Electron ships: run-as-node, options and inspection on, the rest off. */
const STATES = '101100000';

/**
 * Writes the stand-in below `folder`; returns the version it stands for.
 * @param {string} folder
 * @returns {string}
 */
export function writeStandIn(folder) {
  const file = resolve(import.meta.dirname, '../node_modules/electron/package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8'));
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const wire = Buffer.concat([
    Buffer.from(SENTINEL, 'latin1'),
    Buffer.from([WIRE_VERSION, STATES.length]),
    Buffer.from(STATES, 'latin1'),
  ]);
  // Padded on both sides, so that a reader that looks past the wire finds bytes.
  const program = Buffer.concat([Buffer.from('stand-in\n'), Buffer.alloc(64), wire, Buffer.alloc(64)]);
  writeFileSync(join(folder, 'electron'), program, { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'A stand-in for Electron.\n');
  return version;
}
