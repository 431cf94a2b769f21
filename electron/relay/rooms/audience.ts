import { encodeRelayMessage, type RelayMessage } from '../../../shared/sync/protocol/message.ts';
import { encodeUpdate } from '../../../shared/sync/protocol/sync-frame.ts';
import { shareFrame, type Connection } from './connection.ts';

/** Who is in a room. What all are sent is put into one frame once. */
export class Audience {
  readonly connections = new Set<Connection>();

  /** Sends an update to everybody; the bytes that went out. */
  sendUpdate(update: Uint8Array): number {
    const bytes = shareFrame(encodeUpdate(update));
    for (const connection of this.connections) connection.sendShared(bytes);
    return bytes.length * this.connections.size;
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
