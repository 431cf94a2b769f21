import { encodeRelayMessage, type RelayMessage } from '../../../shared/sync/protocol/message.ts';
import { encodeUpdate } from '../../../shared/sync/protocol/sync-frame.ts';
import { shareFrame, type Connection } from './connection.ts';

/** Who is in a room. What all are sent is put into one frame once. */
export class Audience {
  readonly connections = new Set<Connection>();

  /** Sends an update to everybody who has what it builds on; the bytes that went out. */
  sendUpdate(update: Uint8Array): number {
    const bytes = shareFrame(encodeUpdate(update));
    let sent = 0;
    for (const connection of this.connections) {
      if (!connection.answered) continue;
      connection.sendShared(bytes);
      sent += bytes.length;
    }
    return sent;
  }

  /** Tells everybody, or those of whom it is true. */
  tell(message: RelayMessage, whom: (connection: Connection) => boolean = () => true): void {
    this.#sendTo(encodeRelayMessage(message), whom);
  }

  sendPresence(frame: Uint8Array): void {
    this.#sendTo(frame, ({ access }) => access.presence);
  }

  #sendTo(frame: Uint8Array, whom: (connection: Connection) => boolean): void {
    const bytes = shareFrame(frame);
    for (const connection of this.connections) if (whom(connection)) connection.sendShared(bytes);
  }
}
