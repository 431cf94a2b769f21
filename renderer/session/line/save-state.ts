import type { Observed, SaveState } from '../contract.ts';
import type { RoomName } from '../rooms.ts';
import { keep } from '../stores/observed.ts';
import type { LineState } from './line.ts';

/** The truth about what is saved where, told from every room's line and copy. */
export interface SaveKeeper {
  readonly save: Observed<SaveState>;
  line(room: RoomName, state: LineState): void;
  copy(room: RoomName, kept: boolean): void;
  leave(): void;
}

/** `local`: the meeting has no relay. */
export function openSaveKeeper(local: boolean): SaveKeeper {
  const lines = new Map<RoomName, LineState>();
  const copies = new Map<RoomName, boolean>();
  let left = false;
  const allKept = () => copies.size > 0 && [...copies.values()].every(Boolean);
  const judge = () =>
    local ? { type: 'local' as const, kept: allKept() } : judgeLines([...lines.values()], allKept());
  const save = keep<SaveState>(judge());
  const tell = () => {
    const next: SaveState = left ? { type: 'closed', pending: 0, kept: allKept(), reason: 'left' } : judge();
    if (!isSame(save.get(), next)) save.set(next);
  };
  return {
    save,
    line(room, state) {
      lines.set(room, state);
      tell();
    },
    copy(room, kept) {
      copies.set(room, kept);
      tell();
    },
    leave() {
      left = true;
      tell();
    },
  };
}

/** The worst that holds of any room: what ended, then what was refused, then what is cut off, then what is on its way. */
function judgeLines(lines: readonly LineState[], kept: boolean): SaveState {
  const pending = lines.reduce((sum, line) => sum + line.pending, 0);
  const closed = lines.find((line) => line.closed !== undefined)?.closed;
  if (closed !== undefined) return { type: 'closed', pending, kept, reason: closed };
  const { refused, stopped } = lines.find((line) => line.refused !== undefined) ?? {};
  if (refused !== undefined) return { type: 'refused', pending, kept, reason: refused, ...(stopped && { stopped }) };
  if (lines.some((line) => line.phase === 'offline')) return { type: 'offline', pending, kept };
  if (lines.length === 0 || lines.some((line) => line.phase === 'connecting'))
    return { type: 'connecting', pending, kept };
  if (lines.some((line) => line.lacking)) return { type: 'refused', pending, kept, reason: 'words-accepted' };
  return pending > 0 ? { type: 'saving', pending, kept } : { type: 'saved' };
}

function isSame(one: SaveState, other: SaveState): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
