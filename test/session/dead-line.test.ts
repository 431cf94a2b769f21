import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { EU, FIRST } from './request.ts';
import { inviteDelegation, openRig, textOf, until, untilSaved, type Rig } from './rig.ts';

/** A line between a client and the relay that can go dead without either end being told. */
async function openCable(relayPort: number) {
  const sockets = new Set<Socket>();
  let cut = false;
  const server = createServer((client) => {
    const relay = connect(relayPort, '127.0.0.1');
    for (const [from, to] of [[client, relay] as const, [relay, client] as const]) {
      sockets.add(from);
      if (cut) from.pause();
      from.on('data', (bytes) => to.write(bytes));
      from.on('error', () => to.destroy());
      from.on('close', () => to.destroy());
    }
    if (cut) for (const socket of [client, relay]) socket.pause();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      cut = true;
      for (const socket of sockets) socket.pause();
    },
    mend() {
      cut = false;
      for (const socket of sockets) socket.resume();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

let rig: Rig;
beforeEach(async () => {
  rig = await openRig();
});
afterEach(() => rig.close());

describe('a line that goes dead', () => {
  test('L1 is not called saving for long, and is taken up again when it carries', async () => {
    const [chair] = await rig.meet();
    const cable = await openCable(rig.relay.port);
    const { link } = await inviteDelegation(chair, EU);
    const eu = await rig.machine().join(link.replace(String(rig.relay.port), String(cable.port)));
    const write = (text: string) => insertText(eu.replica!, eu.hand, { at: { provision: FIRST, offset: 0 }, text });
    write('before ');
    await untilSaved(eu);
    cable.cut();
    write('during ');
    expect(eu.save.get()).toMatchObject({ type: 'saving', pending: 1 });
    await until(eu.save, ({ type }) => type === 'offline', 12_000);
    expect(textOf(chair, FIRST)).not.toContain('during');
    cable.mend();
    await untilSaved(eu);
    await until(chair.draft, () => textOf(chair, FIRST)?.startsWith('during before ') === true);
    cable.close();
  });

  test('L4 a line that answers, if slowly, is left alone', async () => {
    const [chair] = await rig.meet();
    const cable = await openCable(rig.relay.port);
    const { link } = await inviteDelegation(chair, EU);
    const eu = await rig.machine().join(link.replace(String(rig.relay.port), String(cable.port)));
    const seen = new Set<string>();
    eu.save.subscribe(() => seen.add(eu.save.get().type));
    cable.cut();
    insertText(eu.replica!, eu.hand, { at: { provision: FIRST, offset: 0 }, text: 'slow ' });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    cable.mend();
    await untilSaved(eu);
    expect([...seen].toSorted()).toEqual(['saved', 'saving']);
    cable.close();
  });
});
