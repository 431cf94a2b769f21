import { Languages, SunMoon } from 'lucide-react';
import { LANGUAGES } from '../../shared/schema/draft.ts';
import { IconButton } from '../controls/IconButton.tsx';
import { Menu } from '../controls/Menu.tsx';
import { LANGUAGE_NAMES } from '../i18n/language.ts';
import { useLanguage } from '../i18n/LanguageProvider.tsx';
import { useText } from '../i18n/text.tsx';
import { THEMES, useTheme } from './theme.tsx';
import './Settings.css';

/** The interface's language and its light. */
export function Settings() {
  const say = useText();
  const { language, choose } = useLanguage();
  const { theme, choose: chooseTheme } = useTheme();
  const languages = LANGUAGES.map((id) => ({
    id,
    label: LANGUAGE_NAMES[id],
    chosen: id === language,
    act: () => choose(id),
  }));
  const themes = THEMES.map((id) => ({
    id,
    label: say(`app.theme.${id}`),
    chosen: id === theme,
    act: () => chooseTheme(id),
  }));
  return (
    <div className="settings">
      <Menu label={say('app.language')} parts={[{ id: 'languages', entries: languages }]}>
        <IconButton label={say('app.language')}>
          <Languages />
        </IconButton>
      </Menu>
      <Menu label={say('app.theme')} parts={[{ id: 'themes', entries: themes }]}>
        <IconButton label={say('app.theme')}>
          <SunMoon />
        </IconButton>
      </Menu>
    </div>
  );
}
