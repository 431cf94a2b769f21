import * as Y from 'yjs';
import { followKeys, nextPainted, type KeyTimes } from './key-clock.ts';
import { openOurs, type Rooms } from './ours.tsx';
import { openBare, openStock } from './peers.ts';

/** One of the editors under measurement, on its page. */
export interface Opened {
  readonly doc?: Y.Doc;
  remoteKeys?(at: number, keys: number): Uint8Array[];
  close(): void;
}

export type Subject = 'ours' | 'drafting' | 'screen' | 'stock' | 'bare';

/** What there is to open, base64 where it is bytes. */
export interface Stored {
  readonly rooms: Readonly<Record<keyof Rooms, string>>;
  readonly stock: string;
  readonly bare: string;
}

class Bench {
  #opened: Opened | undefined;
  readonly #times = followKeys();
  #open: (() => Opened) | undefined;

  /** Gets ready to open; nothing is measured of it. */
  prepare(subject: Subject, stored: Stored): void {
    const bytes = (text: string) => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
    const { text, chair, positions } = stored.rooms;
    const rooms = { text: bytes(text), chair: bytes(chair), positions: bytes(positions) };
    const stock = bytes(stored.stock);
    this.#open = {
      ours: () => openOurs(rooms, 'text', 'delegation'),
      drafting: () => openOurs(rooms, 'text', 'chair'),
      screen: () => openOurs(rooms, 'screen', 'delegation'),
      stock: () => openStock(stock),
      bare: () => openBare(stored.bare),
    }[subject];
  }

  /** Milliseconds from the bytes to the painted screen. */
  async open(): Promise<number> {
    const before = performance.now();
    this.#opened = this.#open!();
    await nextPainted();
    return performance.now() - before;
  }

  close(): void {
    this.#opened?.close();
    this.#opened = undefined;
  }

  /** Stands the caret in plain words of a provision. */
  async stand(at: number): Promise<void> {
    const root = document.querySelector<HTMLElement>('.draft-text')!;
    const element = root.querySelectorAll('.draft-provision')[at]!;
    element.scrollIntoView({ block: 'center' });
    root.focus({ preventScroll: true });
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) if ((words.currentNode.nodeValue ?? '').length > 60) break;
    document.getSelection()!.collapse(words.currentNode, 20);
    await nextPainted();
    await nextPainted();
    this.take();
  }

  /** The keys' times since they were last taken. */
  take(): KeyTimes {
    const { handled, framed, painted } = this.#times;
    const taken = { handled: [...handled], framed: [...framed], painted: [...painted] };
    for (const list of [handled, framed, painted]) list.length = 0;
    return taken;
  }

  /** What it costs when another's keys arrive, in milliseconds each; painting is not part of it. */
  async arrive(at: number, keys: number): Promise<number[]> {
    const { doc, remoteKeys } = this.#opened!;
    const times: number[] = [];
    for (const update of remoteKeys?.(at, keys) ?? []) {
      const before = performance.now();
      Y.applyUpdate(doc!, update, 'line');
      // V1 shows it in a microtask.
      await Promise.resolve();
      times.push(performance.now() - before);
      await nextPainted();
    }
    return times;
  }

  text(): string {
    return document.querySelector('.draft-text')?.textContent ?? '';
  }
}

declare global {
  interface Window {
    bench: Bench;
  }
}
window.bench = new Bench();
document.documentElement.dataset['ready'] = 'yes';
