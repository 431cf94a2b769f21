import { createRef } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Announcer } from '../../../../renderer/app/announcer.tsx';
import { HostContext } from '../../../../renderer/app/host-context.ts';
import { MeetingScreen } from '../../../../renderer/app/meeting/MeetingScreen.tsx';
import { PlaceProvider } from '../../../../renderer/app/place.tsx';
import { ThemeProvider } from '../../../../renderer/app/theme.tsx';
import type { DraftEditorHandle } from '../../../../renderer/editor/handle.ts';
import { hostHere } from '../../../../renderer/host/host.ts';
import { LanguageProvider } from '../../../../renderer/i18n/LanguageProvider.tsx';
import { SessionContext } from '../../../../renderer/session/hooks.ts';
import { noOffice } from '../../../../renderer/session/meetings/office.ts';
import { openRooms } from '../../../../renderer/session/room-set.ts';
import { roomsOf } from '../../../../renderer/session/rooms.ts';
import { openMemory } from '../../../../renderer/session/history/memory.ts';
import { createSession } from '../../../../renderer/session/session.ts';
import { openAuthors } from '../../../../renderer/session/stores/authors-store.ts';
import { constant } from '../../../../renderer/session/stores/observed.ts';
import { DraftText } from '../../../../renderer/views/drafting/DraftText.tsx';
import { AskingProvider } from '../../../../renderer/views/drafting/asking/asking.tsx';
import { RemarkProvider } from '../../../../renderer/views/drafting/remarks.tsx';
import { CHAIR, type Code, type MeetingId } from '../../../../shared/schema/ids.ts';
import { insertText } from '../../../../shared/sync/commands/insert-text.ts';
import type { DraftReplica, Hand } from '../../../../shared/sync/contract.ts';
import { createReplica } from '../../../../shared/sync/replica.ts';
import type { Opened } from './page.tsx';

/** What a relay sends of each room on joining. */
export type Rooms = Readonly<Record<'text' | 'chair' | 'positions', Uint8Array>>;

const EU = 'EU' as Code;

/**
 * A meeting as a delegation or the chair sits in it, from the bytes of its rooms: every store, the live assessment, the
 * carets of others, and either the text alone or the whole screen.
 */
export function openOurs(rooms: Rooms, show: 'text' | 'screen', who: 'delegation' | 'chair'): Opened {
  const code = who === 'chair' ? CHAIR : EU;
  const member = { meeting: 'abcdefghijkl' as MeetingId, role: who, code, name: code, person: 'Somebody' };
  const authors = openAuthors();
  const set = openRooms(roomsOf(member), (name, doc) => {
    const bytes = (rooms as Readonly<Record<string, Uint8Array | undefined>>)[name];
    if (bytes) Y.applyUpdate(doc, bytes, 'store');
    return () => {};
  });
  const doc = set.get('text')!;
  authors.register([...doc.store.clients.keys()].map((client) => [client, CHAIR] as const));
  authors.claim(doc.clientID, code);
  const awareness = new Awareness(doc);
  const session = createSession({
    memory: openMemory(),
    member,
    rooms: set,
    authors,
    awareness,
    save: constant({ type: 'saved' }),
    office: noOffice,
    line: { goOffline() {}, goOnline() {} },
    clock: Date.now,
    stamped: false,
    random: Math.random,
    onLeave: set.close,
  });
  const replica = session.replica!;
  const page = document.getElementById('root')!;
  const root = createRoot(page);
  const editor = createRef<DraftEditorHandle>();
  flushSync(() =>
    root.render(
      <ThemeProvider>
        <LanguageProvider initial="en">
          <HostContext.Provider value={hostHere()}>
            <Announcer>
              {show === 'screen' ? (
                <MeetingScreen session={session} onLeave={() => {}} />
              ) : (
                <SessionContext.Provider value={session}>
                  <PlaceProvider>
                    <RemarkProvider>
                      <AskingProvider>
                        <DraftText
                          replica={replica}
                          editor={editor}
                          rendering="attributed"
                          lines={false}
                          clean={undefined}
                          sheet={null}
                          onMove={() => {}}
                        />
                      </AskingProvider>
                    </RemarkProvider>
                  </PlaceProvider>
                </SessionContext.Provider>
              )}
            </Announcer>
          </HostContext.Provider>
        </LanguageProvider>
      </ThemeProvider>,
    ),
  );
  const others = sitBeside(awareness, replica);
  return {
    doc,
    remoteKeys: (at, keys) => typedElsewhere(doc, session.hand, at, keys),
    close() {
      clearInterval(others);
      root.unmount();
      session.leave();
      page.replaceChildren();
    },
  };
}

/** Three others whose carets stand in the text; one of them moves once a second. */
function sitBeside(awareness: Awareness, replica: DraftReplica): ReturnType<typeof setInterval> {
  const { provisions } = replica.read();
  const middle = provisions.length >> 1;
  const others = ['MEX', 'KEN', 'FJI'].map((code, index) => {
    const own = new Awareness(new Y.Doc());
    const stand = (offset: number) => {
      const { id } = provisions[middle + index + 1]!;
      const anchor = replica.anchor({ provision: id, offset }, -1);
      own.setLocalState({ code, role: 'delegation', person: `Person ${index}`, provision: id, anchor, head: anchor });
      applyAwarenessUpdate(awareness, encodeAwarenessUpdate(own, [own.clientID]), 'line');
    };
    stand(30);
    return stand;
  });
  let offset = 30;
  return setInterval(() => others[0]!((offset += 1)), 1000);
}

/** The updates of another's keys, one by one. */
function typedElsewhere(doc: Y.Doc, hand: Hand, at: number, keys: number): Uint8Array[] {
  const far = new Y.Doc();
  Y.applyUpdate(far, Y.encodeStateAsUpdate(doc));
  const other = createReplica(far);
  const updates: Uint8Array[] = [];
  far.on('update', (update: Uint8Array) => updates.push(update));
  const provision = other.read().provisions[at]!.id;
  const chair: Hand = { ...hand, code: CHAIR, mode: 'draft' };
  for (let key = 0; key < keys; key += 1) {
    insertText(other, chair, { at: { provision, offset: 12 + key }, text: 'y' });
  }
  other.destroy();
  return updates;
}
