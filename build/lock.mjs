// One at a time: a lock file that names its holder, and is taken over when the holder is dead.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** Whether the lock's holder died; not so while its file is being written or has just gone. @param {string} path */
function isAbandoned(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // An empty file was left by a process that died between making and writing it, once it is some seconds old.
    return pid > 0 ? !isAlive(pid) : Date.now() - statSync(path).mtimeMs > 3000;
  } catch {
    return false;
  }
}

/**
 * Waits until nobody else holds `path`, and holds it; the answer lets go.
 * @param {string} path
 * @returns {Promise<() => void>}
 */
export async function lock(path) {
  mkdirSync(dirname(path), { recursive: true });
  for (;;) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      if (isAbandoned(path)) rmSync(path, { force: true });
      else await new Promise((done) => setTimeout(done, 100));
    }
  }
}
