import { createRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import * as Y from 'yjs';
import { DraftEditor } from '../../../renderer/editor/DraftEditor.tsx';
import type { DraftEditorHandle } from '../../../renderer/editor/handle.ts';
import type { CaretReport } from '../../../renderer/editor/settings.ts';
import type { Presence } from '../../../renderer/session/contract.ts';
import { keep, type Kept } from '../../../renderer/session/stores/observed.ts';
import type { Draft, Language } from '../../../shared/schema/draft.ts';
import type { Code, ProvisionId } from '../../../shared/schema/ids.ts';
import type { Hand } from '../../../shared/sync/contract.ts';
import { addBracket } from '../../../shared/sync/commands/add-bracket.ts';
import { eraseText } from '../../../shared/sync/commands/erase-text.ts';
import { insertText } from '../../../shared/sync/commands/insert-text.ts';
import { removeProvision } from '../../../shared/sync/commands/remove-provision.ts';
import { createReplica, readFresh, type Replica } from '../../../shared/sync/replica.ts';
import { seedDraft } from '../../../shared/sync/seed.ts';
import { draftOf } from '../../editor/draft.ts';

/** One seat at the table: a document of its own, and an editor on it. */
export interface Seat {
  readonly replica: Replica;
  readonly hand: Hand;
  readonly handle: RefObject<DraftEditorHandle | null>;
  readonly presence: Kept<readonly Presence[]>;
  readonly refusals: string[];
  readonly unplaced: string[];
  caret: CaretReport | undefined;
}

export interface SeatRequest {
  readonly code: string;
  readonly mode: 'propose' | 'draft';
  readonly person?: string;
}

/** What the tests drive: several editors of one draft in one page, joined or parted. */
class Room {
  seats: Seat[] = [];
  #parted = false;
  #root: Root | undefined;

  open(
    lines: readonly string[] | Draft,
    requests: readonly SeatRequest[],
    {
      language = 'en',
      rendering = 'attributed',
    }: { language?: Language; rendering?: 'attributed' | 'unattributed' } = {},
  ): void {
    const draft = 'provisions' in lines ? lines : draftOf(lines, language);
    this.#root?.unmount();
    this.#parted = false;
    let seed = 7;
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    this.seats = requests.map(({ code, mode }, index) => {
      const doc = new Y.Doc();
      doc.clientID = 1000 + index;
      return {
        replica: createReplica(doc),
        hand: { code: code as Code, mode, now: () => Date.now(), random },
        handle: createRef<DraftEditorHandle>(),
        presence: keep<readonly Presence[]>([]),
        refusals: [],
        unplaced: [],
        caret: undefined,
      };
    });
    const [first, ...others] = this.seats;
    if (first === undefined) return;
    seedDraft(first.replica.doc, draft);
    for (const other of others) Y.applyUpdate(other.replica.doc, Y.encodeStateAsUpdate(first.replica.doc));
    for (const seat of this.seats) {
      seat.replica.doc.on('update', (update: Uint8Array) => {
        if (this.#parted) return;
        for (const other of this.seats) if (other !== seat) Y.applyUpdate(other.replica.doc, update, 'line');
      });
    }
    const numbers = keep<ReadonlyMap<ProvisionId, string>>(
      new Map(draft.provisions.map((provision, index) => [provision.id, `${index + 1}.`])),
    );
    const root = createRoot(document.getElementById('room')!);
    this.#root = root;
    flushSync(() =>
      root.render(
        <div className="room">
          {this.seats.map((seat, index) => (
            <section key={seat.replica.doc.clientID} className="seat" data-seat={index}>
              <DraftEditor
                replica={seat.replica}
                label={`Draft ${index + 1}`}
                handleRef={seat.handle}
                hand={seat.hand}
                language={draft.language}
                editable
                rendering={rendering}
                numbers={numbers}
                presence={seat.presence}
                onCaret={(caret) => {
                  seat.caret = caret;
                  this.#tell(index, requests[index]!, caret);
                }}
                onRefusal={(reason) => seat.refusals.push(reason)}
                onUnplaced={(words) => seat.unplaced.push(words)}
              />
            </section>
          ))}
        </div>,
      ),
    );
  }

  #tell(index: number, { code, person = '' }: SeatRequest, caret: CaretReport | undefined): void {
    for (const [other, seat] of this.seats.entries()) {
      if (other === index) continue;
      const rest = seat.presence.get().filter((presence) => presence.client !== index);
      const mine: Presence[] =
        caret === undefined
          ? []
          : [
              {
                client: index,
                code: code as Code,
                person,
                provision: caret.head.provision,
                anchor: JSON.parse(JSON.stringify(caret.anchors.anchor)),
                head: JSON.parse(JSON.stringify(caret.anchors.head)),
                composing: caret.composing,
                movedAt: Date.now(),
              },
            ];
      seat.presence.set([...rest, ...mine]);
    }
  }

  part(): void {
    this.#parted = true;
  }

  join(): void {
    this.#parted = false;
    for (const one of this.seats) {
      for (const other of this.seats) {
        if (one !== other) Y.applyUpdate(other.replica.doc, Y.encodeStateAsUpdate(one.replica.doc), 'line');
      }
    }
  }

  /** As if this seat's caret had stood still for so much longer already. */
  rest(seat: number, ms: number): void {
    for (const { presence } of this.seats) {
      const there = presence.get();
      presence.set(there.map((each) => (each.client === seat ? { ...each, movedAt: each.movedAt - ms } : each)));
    }
  }

  /** The words of every provision, without brackets. */
  words(seat: number): string[] {
    return this.seats[seat]!.replica.read().provisions.map((provision) => provision.text);
  }

  /** The brackets: kind, proponent and bracketed words. */
  brackets(seat: number): string[] {
    const draft = this.seats[seat]!.replica.read();
    const textOf = new Map(draft.provisions.map((provision) => [provision.id, provision.text]));
    return draft.brackets.map(
      (bracket) =>
        `${bracket.kind} ${bracket.proponent}: ${bracket.pieces
          .map((piece) => textOf.get(piece.provision)?.slice(piece.from, piece.to))
          .join(' + ')}`,
    );
  }

  /** What is on the screen, provision by provision. */
  screen(seat: number): string[] {
    return [...document.querySelectorAll(`[data-seat="${seat}"] .draft-provision`)].map((element) =>
      (element.textContent ?? '').replace(/\u200b/gu, ''),
    );
  }

  remoteInsert(seat: number, provision: number, offset: number, text: string): void {
    const { replica, hand } = this.seats[seat]!;
    insertText(replica, hand, { at: { provision: replica.read().provisions[provision]!.id, offset }, text });
  }

  remoteErase(seat: number, provision: number, from: number, to: number): void {
    const { replica, hand } = this.seats[seat]!;
    eraseText(replica, hand, { spans: [{ provision: replica.read().provisions[provision]!.id, from, to }] });
  }

  remoteBracket(seat: number, provision: number, from: number, to: number): void {
    const { replica, hand } = this.seats[seat]!;
    addBracket(replica, hand, {
      kind: 'hold',
      spans: [{ provision: replica.read().provisions[provision]!.id, from, to }],
    });
  }

  remoteRemove(seat: number, provision: number): void {
    const { replica, hand } = this.seats[seat]!;
    removeProvision(replica, hand, { provision: replica.read().provisions[provision]!.id });
  }

  isFresh(seat: number): boolean {
    const { replica } = this.seats[seat]!;
    return JSON.stringify(replica.read()) === JSON.stringify(readFresh(replica.doc));
  }

  rejected(seat: number): number {
    return this.seats[seat]!.handle.current?.rejected() ?? -1;
  }
}

declare global {
  interface Window {
    room: Room;
  }
}
window.room = new Room();
document.documentElement.dataset['ready'] = 'yes';
