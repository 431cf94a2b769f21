import { execFileSync } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import type { Session } from '../../renderer/session/contract.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { tempFolder } from '../relay/support/relay-here.ts';
import { spawnRelay } from '../relay/support/relay-process.ts';
import { EU, FIRST, REQUEST } from './request.ts';
import { inviteDelegation, openMachine, textOf, until, untilSaved } from './rig.ts';

/** Runs a program so that a file past its limit is an error to it and not its end. */
const WITH_FILE_LIMIT = ['sh', '-c', 'trap "" XFSZ; exec "$@"', 'sh'];

test(
  'O3 a relay whose disk is full is told as such, the work is kept, and goes out when there is room',
  { timeout: 60_000 },
  async () => {
    const relay = await spawnRelay(['--port', '0', '--data', await tempFolder()], { wrap: WITH_FILE_LIMIT });
    const opened: Session[] = [];
    onTestFinished(async () => {
      for (const session of opened) session.leave();
      await relay.end('SIGKILL');
    });
    const allow = (bytes: string): void =>
      void execFileSync('prlimit', ['--pid', String(relay.child.pid), `--fsize=${bytes}:unlimited`]);
    const machine = (seed: number) => openMachine({ url: () => relay.url, seed, opened });
    const chair = await machine(1).make(REQUEST);
    const eu = await machine(2).join((await inviteDelegation(chair, EU)).link);
    const write = (text: string) => insertText(eu.replica!, eu.hand, { at: { provision: FIRST, offset: 0 }, text });
    await untilSaved(eu);

    allow('0');
    for (const letter of 'held') write(letter);
    const state = await until(eu.save, ({ type }) => type === 'refused');
    expect(state).toMatchObject({ type: 'refused', pending: 4, reason: 'journal-full' });
    expect(textOf(chair, FIRST)).not.toContain('dleh');

    allow('unlimited');
    await until(eu.save, ({ type }) => type === 'saved', 20_000);
    await until(chair.draft, () => textOf(chair, FIRST)?.startsWith('dlehStates') === true);
  },
);
