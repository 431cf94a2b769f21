import { browserHost } from '../../../renderer/host/browser.ts';
import type { Observed, Session } from '../../../renderer/session/contract.ts';
import { openEntrance } from '../../../renderer/session/meetings/entrance.ts';
import { insertText } from '../../../shared/sync/commands/insert-text.ts';
import type { ProvisionId } from '../../../shared/schema/ids.ts';
import { REQUEST } from '../../session/request.ts';

const entrance = openEntrance({
  host: browserHost(),
  demonstration: () => REQUEST,
  clock: Date.now,
  random: Math.random,
  storage: localStorage,
  address: { location, history },
});

let session: Session | undefined;

function joined(): Session {
  if (!session) throw new Error('no meeting is open');
  return session;
}

/** What a test outside the page asks of the meeting that is open in it. */
const meeting = {
  async make() {
    session = await entrance.make(REQUEST);
  },
  async join(invitation: string) {
    session = await entrance.join(invitation);
  },
  async joinFromAddress() {
    session = await entrance.joinFromAddress();
    return session !== undefined;
  },
  async reopen() {
    const [latest] = await entrance.kept();
    if (!latest) throw new Error('no meeting is known');
    session = await entrance.reopen(latest);
  },
  async forget() {
    const [latest] = await entrance.kept();
    if (latest) await entrance.forget(latest);
  },
  known: () => entrance.known.get().map(({ title, code }) => ({ title, code })),
  async invite(code: string) {
    const { chair } = joined();
    if (!chair) throw new Error('only a chair invites');
    return (await chair.invite({ role: 'delegation', code: code as never, name: code, person: `${code} delegate` }))
      .link;
  },
  write(provision: string, offset: number, text: string) {
    const { replica, hand } = joined();
    if (!replica) throw new Error('this role has no text');
    const written = insertText(replica, hand, { at: { provision: provision as ProvisionId, offset }, text });
    if (!written.ok) throw new Error(written.reason);
  },
  writeAndHang(provision: string, offset: number, text: string): never {
    meeting.write(provision, offset, text);
    console.info('hangs');
    for (;;);
  },
  text: (provision: string) =>
    joined()
      .draft.get()
      .provisions.find(({ id }) => id === provision)?.text,
  save: () => joined().save.get(),
  untilSaved: () => until(joined().save, ({ type }) => type === 'saved'),
  untilOffline: () => until(joined().save, ({ type }) => type === 'offline'),
  untilText: (provision: string, words: string) =>
    until(joined().draft, ({ provisions }) =>
      provisions.some(({ id, text }) => id === provision && text.includes(words)),
    ),
  /** What only the chair may change. */
  breakRule: () => void joined().replica?.doc.getMap('meta').set('title', 'Another title'),
  leftBehind: () => joined().leftBehind?.passages.get() ?? [],
  dropLeftBehind: () => joined().leftBehind?.drop(),
  goOffline: () => joined().goOffline(),
  goOnline: () => joined().goOnline(),
  leave: () => joined().leave(),
  databases: async () => (await indexedDB.databases()).map(({ name }) => name ?? ''),
};

function until<Value>(observed: Observed<Value>, wanted: (value: Value) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`waited in vain; it stands at ${JSON.stringify(observed.get()).slice(0, 300)}`));
    }, 15_000);
    const look = () => {
      if (!wanted(observed.get())) return;
      clearTimeout(timer);
      stop();
      resolve();
    };
    const stop = observed.subscribe(look);
    look();
  });
}

Object.assign(globalThis, { meeting });

export type MeetingInPage = typeof meeting;
