import { LanguageProvider } from '../i18n/LanguageProvider.tsx';
import { StartView } from '../views/start/StartView.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { useTheme } from './theme.ts';

export function App() {
  useTheme();
  return (
    <LanguageProvider>
      <ErrorBoundary>
        <StartView />
      </ErrorBoundary>
    </LanguageProvider>
  );
}
