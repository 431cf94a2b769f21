import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { decodeStateVector, encodeStateVector } from 'yjs';
import { Announcer } from '../../renderer/app/announcer.tsx';
import { App } from '../../renderer/app/App.tsx';
import { ErrorBoundary } from '../../renderer/app/ErrorBoundary.tsx';
import { HostContext } from '../../renderer/app/host-context.ts';
import { MeetingScreen } from '../../renderer/app/meeting/MeetingScreen.tsx';
import { ThemeProvider } from '../../renderer/app/theme.tsx';
import { browserHost } from '../../renderer/host/browser.ts';
import { LanguageProvider } from '../../renderer/i18n/LanguageProvider.tsx';
import type { Revision, Session } from '../../renderer/session/contract.ts';
import { openEntrance } from '../../renderer/session/meetings/entrance.ts';
import { openLocal } from '../../renderer/session/meetings/open-local.ts';
import { constant, keep } from '../../renderer/session/stores/observed.ts';
import { arabicDraft } from '../../shared/demonstration/arabic.ts';
import { seenOf } from '../../shared/finding/since.ts';
import { demonstration } from '../../shared/demonstration/demonstration.ts';
import { publicStatus } from '../../shared/procedure/gavel.ts';
import { foldRulings } from '../../shared/procedure/record.ts';
import { OPENED } from '../support/opened.ts';
import type { HostBridge } from '../../shared/host/bridge.ts';
import type { Code, MeetingId, SoundingId } from '../../shared/schema/ids.ts';
import type { Sounding } from '../../shared/schema/sounding.ts';
import type { Role } from '../../shared/schema/meeting.ts';
import { insertText } from '../../shared/sync/commands/insert-text.ts';
import { passagesBeyond } from '../../shared/sync/reading/beyond.ts';
import { Fault, invariant } from '../../shared/schema/result.ts';
import type { Draft } from '../../shared/schema/draft.ts';
import { earlierText } from './earlier-text.ts';
import '../../renderer/app/fonts.css';
import '../../renderer/app/tokens.css';
import '../../renderer/app/base.css';

/*
 * The screens over a meeting in memory, as the address asks:
 * `?screen=start`: the whole renderer, on a host without a relay.
 * `?role=delegation&code=ARV&published=1&draft=ar`: one member's meeting; `large=1`: of two hundred delegations.
 */
const wanted = new URLSearchParams(location.search);
const host: HostBridge = { ...browserHost(), relay: () => Promise.reject(new Fault('relay-unavailable')) };
const { profile, draft, ...roster } = wanted.has('large') ? await large() : demonstration(OPENED);
const shown = wanted.get('draft') === 'ar' ? arabicDraft(OPENED) : draft;
const request = { ...roster, draft: shown, title: shown.title, symbol: profile.symbol, language: shown.language };

const root = document.getElementById('root');
invariant(root, 'the page has a root');
createRoot(root).render(<StrictMode>{wanted.get('screen') === 'start' ? start() : meeting()}</StrictMode>);

/** A made-up meeting of the largest size, as the benchmarks have it. */
async function large(): Promise<ReturnType<typeof demonstration>> {
  const { FULL_SIZE, makeMeeting } = await import('../bench/consensus/meeting.ts');
  const { draft: made, positions, delegations, groups, rulings } = makeMeeting(FULL_SIZE);
  return { ...demonstration(OPENED), draft: made, positions, delegations, groups, rulings };
}

function start(): ReactNode {
  const entrance = openEntrance({
    host,
    demonstration: () => request,
    clock: Date.now,
    random: Math.random,
    storage: localStorage,
    address: { location, history },
  });
  return <App host={host} entrance={entrance} />;
}

function meeting(): ReactNode {
  const role = (wanted.get('role') ?? 'chair') as Role;
  const code = (wanted.get('code') ?? (role === 'chair' ? 'CHAIR' : role === 'observer' ? 'OBS' : 'ARV')) as Code;
  const name = roster.delegations.find((delegation) => delegation.code === code)?.name ?? code;
  const member = { meeting: 'stage' as MeetingId, role, code, name, person: 'Amina Otieno' };
  const session = openLocal({ member, request, clock: Date.now, random: Math.random });
  return (
    <ThemeProvider>
      <LanguageProvider>
        <HostContext.Provider value={host}>
          <Announcer>
            <ErrorBoundary>
              <MeetingScreen session={behind(tested(published(left(session))))} onLeave={() => location.reload()} />
            </ErrorBoundary>
          </Announcer>
        </HostContext.Provider>
      </LanguageProvider>
    </ThemeProvider>
  );
}

/** As one comes back to it who left before a provision was changed and a bracket opened, where the page's address asks for it. */
function left(session: Session): Session {
  if (!wanted.has('left')) return session;
  const draft = session.draft.get();
  const { brackets } = draft;
  const [, second] = draft.provisions.filter(({ kind }) => kind === 'operative');
  const provisions = draft.provisions.map((each) => (each === second ? { ...each, text: 'Other words.' } : each));
  session.memory.remember(
    'seen',
    seenOf({ ...draft, provisions, brackets: brackets.slice(0, -1) }, Date.UTC(2026, 5, 11, 18, 0)),
  );
  return session;
}

/** With words that the room never got, where the page's address asks for it. */
function behind(session: Session): Session {
  if (!wanted.has('behind')) return session;
  const other = openLocal({ member: session.me, request, clock: Date.now, random: Math.random });
  const { replica, hand } = other;
  invariant(replica, 'a member has the text');
  const known = decodeStateVector(encodeStateVector(replica.doc));
  const [first, second] = replica.read().provisions.filter(({ kind }) => kind === 'operative');
  invariant(first && second, 'the draft has two operative paragraphs');
  insertText(replica, hand, { at: { provision: first.id, offset: first.text.indexOf(' ') }, text: ' without delay' });
  insertText(replica, hand, {
    at: { provision: second.id, offset: second.text.length - 1 },
    text: ', and to report on it',
  });
  const passages = keep(passagesBeyond(replica, known));
  return { ...session, leftBehind: { passages, drop: () => passages.set([]) } };
}

/** With Rev.1 on record, where the page's address asks for it; `published=2`: Rev.1 of an earlier text, and Rev.2. */
function published(session: Session): Session {
  const count = Number(wanted.get('published') ?? 0);
  if (count === 0) return session;
  const revision = (number: number, of: Draft): Revision => ({
    number,
    name: `Rev.${number}`,
    at: Date.UTC(2026, 5, 9 + number, 18, 0),
    by: 'CHAIR' as Code,
    draft: of,
    hash: '7c1f0a5d93be'.padEnd(64, '0'),
    attributed: true,
    status: publicStatus(of, foldRulings(roster.rulings)),
  });
  const revisions = count === 1 ? [revision(1, shown)] : [revision(1, earlierText(shown)), revision(2, shown)];
  return { ...session, revisions: constant(revisions) };
}

/** With a wording under test in the room, where the page's address asks for it. */
function tested(session: Session): Session {
  const hardest = session.assessment.get().provisions.get(session.assessment.get().ranking[0]!);
  const bracket = hardest?.brackets[0];
  if (!wanted.has('tested') || !bracket) return session;
  const id = 'CHAIR-sounding00001' as SoundingId;
  const sounding: Sounding = {
    id,
    subject: { type: 'variant', provision: bracket.provision, bracket: bracket.bracket, variant: 'text' },
    words: 'and their ammunition, including its parts and components,',
    answers: 'room',
    by: 'CHAIR' as Code,
    person: 'Amina Otieno',
    at: Date.UTC(2026, 5, 11, 15, 0),
  };
  const stances = { BMR: 'accept', CST: 'support', GAD: 'object', HG: 'reserve' } as const;
  const answers = Object.entries(stances).map(([code, stance]) => ({
    sounding: id,
    delegation: code as Code,
    stance,
    audience: 'room' as const,
    source: code === 'GAD' ? ('floor' as const) : ('national' as const),
    at: sounding.at + 60_000,
  }));
  return { ...session, soundings: constant([sounding]), answers: constant(answers) };
}
