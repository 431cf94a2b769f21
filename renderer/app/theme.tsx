import { createContext, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react';
import { invariant } from '../../shared/schema/result.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

interface ThemeChoice {
  readonly theme: Theme;
  choose(theme: Theme): void;
}

const KEY = 'rostrum.theme';
const ThemeContext = createContext<ThemeChoice | undefined>(undefined);

export function useTheme(): ThemeChoice {
  const choice = useContext(ThemeContext);
  invariant(choice, 'the theme is chosen above every screen');
  return choice;
}

/** Light, dark, or as the system says; kept on this machine. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [theme, choose] = useState<Theme>(() => THEMES.find((name) => name === localStorage.getItem(KEY)) ?? 'system');
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    localStorage.setItem(KEY, theme);
  }, [theme]);
  const choice = useMemo(() => ({ theme, choose }), [theme]);
  return <ThemeContext.Provider value={choice}>{children}</ThemeContext.Provider>;
}
