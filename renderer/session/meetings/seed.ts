import * as Y from 'yjs';
import { encodePosition } from '../../../shared/positions/record.ts';
import { seedDraft } from '../../../shared/sync/seed.ts';
import type { RoomSet } from '../room-set.ts';
import { ROOTS } from '../rooms.ts';
import { roomKey } from '../stores/position-code.ts';
import { replaceAll, writeProfile } from '../stores/roster-store.ts';
import type { MeetingRequest } from './contract.ts';

/** What each room of a new meeting begins with. */
const WRITERS = { text: writeText, chair: writeChair, positions: writePositions } as const;

type Seed = Record<keyof typeof WRITERS, string>;

/** For a relay: Yjs updates as base64. The relay knows the meeting's id; whoever asks for it does not yet. */
export function encodeSeed(request: MeetingRequest): Seed {
  const encode = (write: (doc: Y.Doc, request: MeetingRequest) => void) => {
    const doc = new Y.Doc();
    write(doc, request);
    const update = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    return toBase64(update);
  };
  return { text: encode(writeText), chair: encode(writeChair), positions: encode(writePositions) };
}

/** The same, into rooms on this machine that are empty yet. */
export function seedRooms(rooms: RoomSet, request: MeetingRequest): void {
  for (const [room, write] of Object.entries(WRITERS)) {
    const doc = rooms.get(room);
    if (doc) write(doc, request);
  }
}

function writeText(doc: Y.Doc, { draft, title, symbol, language }: MeetingRequest): void {
  seedDraft(doc, { ...draft, title, symbol, language });
}

function writeChair(doc: Y.Doc, request: MeetingRequest): void {
  const { title, symbol, language, delegations = [], groups = [], rulings = [], tagging = new Map() } = request;
  doc.transact(() => {
    writeProfile(doc, { title, symbol, language });
    replaceAll(doc.getMap(ROOTS.delegations), delegations);
    replaceAll(doc.getMap(ROOTS.groups), groups);
    doc.getArray(ROOTS.rulings).push([...rulings]);
    for (const [key, marks] of tagging) doc.getMap(ROOTS.tags).set(key, [...marks]);
  });
}

function writePositions(doc: Y.Doc, { positions = [] }: MeetingRequest): void {
  const root = doc.getMap(ROOTS.positions);
  doc.transact(() => {
    for (const position of positions.filter(({ audience }) => audience === 'room'))
      root.set(roomKey(position), encodePosition(position));
  });
}

/** Enough bytes at a time that no call has more arguments than an engine takes. */
const CHUNK = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}
