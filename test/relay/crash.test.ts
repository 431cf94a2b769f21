import { onTestFinished, expect, test } from 'vitest';
import type { MeetingId } from '../../shared/schema/ids.ts';
import type { Created, Invited } from '../../shared/sync/protocol/api.ts';
import { RawClient } from './support/raw-client.ts';
import { addressOf, post, runRostrum, spawnRelay, type RelayProcess } from './support/relay-process.ts';
import { tempFolder, type Seat } from './support/relay-here.ts';

const RUNS = process.env['LONG'] === '1' ? 200 : 5;

const CODES = ['EU', 'RUS', 'MEX'];

async function meetingOf(relay: RelayProcess): Promise<{ meeting: MeetingId; token: string; seats: Seat[] }> {
  const { meeting, token } = await post<Created>(relay, 'api/meetings', { title: 'Crash' });
  const seats: Seat[] = [];
  for (const code of CODES) {
    const body = { role: 'delegation', code, name: code, person: code };
    const invited = await post<Invited>(relay, `api/meetings/${meeting}/invitations`, body, token);
    seats.push({ meeting, token: invited.token });
  }
  return { meeting, token, seats };
}

test(
  `R8 killed at a random moment under load, ${RUNS} times: nothing acknowledged or seen by others is missing`,
  { timeout: RUNS * 6_000 + 30_000 },
  async () => {
    const data = await tempFolder();
    const args = ['--port', '0', '--data', data, '--quiet'];
    let relay = await spawnRelay(args);
    onTestFinished(() => void relay.end('SIGKILL'));
    let random = 0x2545f491;
    const next = (): number => (random = (Math.imul(random, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;
    let acknowledged = 0;
    let { meeting, token, seats } = await meetingOf(relay);
    for (let run = 0; run < RUNS; run += 1) {
      // Another meeting now and then: what takes long after a hundred runs is the test's own counting.
      if (run % 10 === 9) ({ meeting, token, seats } = await meetingOf(relay));
      const writers = await Promise.all(
        seats.map((seat) => RawClient.join(addressOf(relay), seat, 'positions').untilSynced()),
      );
      const reader = await RawClient.join(addressOf(relay), { meeting, token }, 'positions').untilSynced();
      let writing = true;
      const keys = writers.map((writer, index) => {
        const code = CODES[index]!;
        const mine: string[] = [];
        void (async () => {
          for (let made = 0; writing && writer.closed === undefined; made += 1) {
            const key = `${code}|p/CHAIR-${run.toString(36).padStart(4, '0')}${made.toString(36).padStart(6, '0')}`;
            mine.push(key);
            writer.doc.getMap('positions').set(key, { stance: 'object' });
            if (made % 3 === 0) await new Promise((done) => setTimeout(done, 1));
          }
        })();
        return mine;
      });
      await new Promise((done) => setTimeout(done, 40 + next() * 400));
      await relay.end('SIGKILL');
      writing = false;
      await Promise.all([reader, ...writers].map((client) => client.untilClosed()));
      // The first write counted on a connection is the answer to the relay's ask; the rest are the keys, in order.
      const promised = writers.flatMap((writer, index) => keys[index]!.slice(0, Math.max(0, writer.acknowledged - 1)));
      const seen = [...reader.doc.getMap('positions').keys()];
      acknowledged += promised.length;

      relay = await spawnRelay(args);
      const after = await RawClient.join(addressOf(relay), { meeting, token }, 'positions').untilSynced();
      const kept = after.doc.getMap('positions');
      expect({ run, missing: [...promised, ...seen].filter((key) => !kept.has(key)) }).toEqual({ run, missing: [] });
      for (const client of [after, reader, ...writers]) client.socket.terminate();
    }
    expect(acknowledged).toBeGreaterThan(RUNS * 10);
    await relay.end('SIGKILL');
  },
);

test('R8 a relay that is asked to stop tells everybody, keeps everything and ends with 0', async () => {
  const data = await tempFolder();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const relay = await spawnRelay(['--port', '0', '--data', data]);
    onTestFinished(() => void relay.end('SIGKILL'));
    const { meeting, token } = await post<Created>(relay, 'api/meetings', { title: 'Stop' });
    const client = await RawClient.join(addressOf(relay), { meeting, token }, 'positions').untilSynced();
    client.doc.getMap('positions').set('CHAIR:EU|p/CHAIR-aaaaaaaa', { stance: 'object' });
    await client.untilSaved();
    expect(await relay.end(signal)).toBe(0);
    expect((await client.untilClosed()).reason).toBe('relay-stopping');
    const again = await spawnRelay(['--port', '0', '--data', data]);
    const back = await RawClient.join(addressOf(again), { meeting, token }, 'positions').untilSynced();
    expect(back.doc.getMap('positions').size).toBe(1);
    expect(await again.end(signal)).toBe(0);
  }
});

test('R8 a second relay on the same folder says so and ends, and the first goes on', async () => {
  const data = await tempFolder();
  const first = await spawnRelay(['--port', '0', '--data', data]);
  onTestFinished(() => void first.end('SIGKILL'));
  const second = await runRostrum(['relay', '--port', '0', '--data', data]);
  expect(second.code).toBe(1);
  expect(second.stderr).toContain('Another relay is using this data folder');
  expect((await fetch(new URL('health', first.url))).status).toBe(200);
  const taken = await runRostrum(['relay', '--port', String(first.port), '--data', await tempFolder()]);
  expect([taken.code, taken.stderr]).toEqual([1, expect.stringContaining('The port is taken')]);
});

test('R14 the command tells how it is used, and refuses what it does not know', async () => {
  const help = await runRostrum(['relay', '--help']);
  expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('rostrum relay [--port N]')]);
  for (const args of [
    ['--port', 'x'],
    ['--port', '70000'],
    ['--nothing'],
    ['extra'],
    ['--owner-key-file', '/nowhere'],
  ]) {
    const { code, stderr } = await runRostrum(['relay', ...args]);
    expect([args, code, stderr.length > 0]).toEqual([args, 2, true]);
  }
});
