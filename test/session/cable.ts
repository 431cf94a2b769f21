import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Session } from '../../renderer/session/contract.ts';
import { EU } from './request.ts';
import { inviteDelegation, type Rig } from './rig.ts';

/** A line between a client and the relay that can go dead without either end being told. */
async function openCable(relayPort: number) {
  const sockets = new Set<Socket>();
  const abandoned: Socket[] = [];
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
    /** What runs over it now is dead for good, and neither end is told; what is opened from here on carries. */
    abandon() {
      for (const socket of sockets) socket.pause();
      abandoned.push(...sockets);
      sockets.clear();
    },
    close() {
      for (const socket of abandoned) socket.destroy();
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** A delegation that reaches the relay by a cable alone. */
export async function joinByCable(rig: Rig, chair: Session, person?: string) {
  const cable = await openCable(rig.relay.port);
  const { link } = await inviteDelegation(chair, EU, person);
  const eu = await rig.machine().join(link.replace(String(rig.relay.port), String(cable.port)));
  return { cable, eu };
}
