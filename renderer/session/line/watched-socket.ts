import { isWriteFrame, tellsOf } from '../../../shared/sync/protocol/sync-frame.ts';
import { MESSAGE, SYNC } from '../../../shared/sync/protocol/message.ts';
import type { WriteCount } from './write-count.ts';

/**
 * A websocket for `y-websocket` that counts the writes it carries and holds two sorts of frames back:
 * updates before the first answer, because they build on changes the relay has not seen and the answer holds them
 * anyway; and echoes of other people's presence, which the relay would drop unread.
 */
export function watchedSocket(Base: typeof WebSocket, count: WriteCount, client: () => number): typeof WebSocket {
  return class extends Base {
    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBufferLike>): void {
      if (!(data instanceof Uint8Array)) return;
      if (data[0] === MESSAGE.awareness && !tellsOf(data, client())) return;
      if (isWriteFrame(data)) {
        const write = data[1] === SYNC.answer ? 'answer' : 'update';
        if (write === 'update' && !count.mayStream()) return;
        count.sent(write);
      }
      super.send(data as Uint8Array<ArrayBuffer>);
    }
  };
}
