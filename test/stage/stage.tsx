import { createRoot } from 'react-dom/client';
import { Announcer } from '../../renderer/app/announcer.tsx';
import { ErrorBoundary } from '../../renderer/app/ErrorBoundary.tsx';
import { HostContext } from '../../renderer/app/host-context.ts';
import { MeetingScreen } from '../../renderer/app/meeting/MeetingScreen.tsx';
import { ThemeProvider } from '../../renderer/app/theme.tsx';
import { browserHost } from '../../renderer/host/browser.ts';
import { LanguageProvider } from '../../renderer/i18n/LanguageProvider.tsx';
import type { Revision, Session } from '../../renderer/session/contract.ts';
import { openLocal } from '../../renderer/session/meetings/open-local.ts';
import { constant } from '../../renderer/session/stores/observed.ts';
import type { Code, MeetingId } from '../../shared/schema/ids.ts';
import type { Role } from '../../shared/schema/meeting.ts';
import { arabicDraft } from '../../shared/demonstration/arabic.ts';
import { demonstration } from '../../shared/demonstration/demonstration.ts';
import '../../renderer/app/fonts.css';
import '../../renderer/app/tokens.css';
import '../../renderer/app/base.css';

/** `?role=delegation&code=ARV&published=1&draft=ar`: a meeting in memory, seen by one member. */
const wanted = new URLSearchParams(location.search);
const role = (wanted.get('role') ?? 'chair') as Role;
const code = (wanted.get('code') ?? (role === 'chair' ? 'CHAIR' : role === 'observer' ? 'OBS' : 'ARV')) as Code;

const { profile, draft, ...roster } = demonstration();
const shown = wanted.get('draft') === 'ar' ? arabicDraft() : draft;
const session = openLocal({
  member: { meeting: 'stage' as MeetingId, role, code, name: code, person: 'Amina Otieno' },
  request: { ...roster, draft: shown, title: shown.title, symbol: profile.symbol, language: shown.language },
  clock: () => Date.now(),
  random: Math.random,
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ThemeProvider>
      <LanguageProvider>
        <HostContext.Provider value={browserHost()}>
          <Announcer>
            <ErrorBoundary>
              <MeetingScreen session={published(session)} onLeave={() => location.reload()} />
            </ErrorBoundary>
          </Announcer>
        </HostContext.Provider>
      </LanguageProvider>
    </ThemeProvider>,
  );
}

/** With Rev.1 on record, where the page's address asks for it. */
function published(meeting: Session): Session {
  if (!wanted.has('published')) return meeting;
  const revision: Revision = {
    number: 1,
    name: 'Rev.1',
    at: Date.now(),
    by: 'CHAIR' as Code,
    draft: shown,
    hash: '7c1f0a'.padEnd(64, '0'),
    attributed: true,
  };
  return { ...meeting, revisions: constant([revision]) };
}
