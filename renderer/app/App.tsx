import type { HostBridge } from '../../shared/host/bridge.ts';
import { LanguageProvider } from '../i18n/LanguageProvider.tsx';
import type { Entrance } from '../session/meetings/contract.ts';
import { Announcer } from './announcer.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { HostContext } from './host-context.ts';
import { Screens } from './Screens.tsx';
import { ThemeProvider } from './theme.tsx';

/** The whole renderer, over one host and its ways into meetings. */
export function App({ host, entrance }: { host: HostBridge; entrance: Entrance }) {
  return (
    <ThemeProvider>
      <LanguageProvider>
        <HostContext.Provider value={host}>
          <Announcer>
            <ErrorBoundary>
              <Screens entrance={entrance} />
            </ErrorBoundary>
          </Announcer>
        </HostContext.Provider>
      </LanguageProvider>
    </ThemeProvider>
  );
}
