import type { RefObject } from 'react';
import type { MenuPart } from '../../controls/Menu.tsx';
import type { DraftEditorHandle } from '../../editor/handle.ts';
import { useText } from '../../i18n/text.tsx';
import { useSession } from '../../session/hooks.ts';
import { useAsking } from './asking/asking.tsx';
import { useRemarks } from './remarks.tsx';

/** Longer passages are told by their beginning. */
const LONGEST = 60;

/** What can be offered beside the selected words: others, in a bracket or behind a slash, or none. */
export function useWordingMenu(editor: RefObject<DraftEditorHandle | null>, back: () => void): readonly MenuPart[] {
  const say = useText();
  const { replica } = useSession();
  const { ask } = useAsking();
  const { refuse } = useRemarks();
  const offer = (slash: boolean) => () => {
    const span = editor.current?.selection()?.spans[0];
    const words = span && replica?.provision(span.provision)?.text.slice(span.from, span.to).trim();
    if (!words) return refuse('no-selection');
    const shown = words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
    ask({
      words: say('draft.ask.offer', { words: shown }),
      confirm: say('draft.ask.offer.go'),
      field: { label: say('draft.ask.offer.words'), value: '' },
      act: (text) => editor.current?.offerWording({ text, slash }),
    });
  };
  const then = (act: () => unknown) => () => {
    act();
    back();
  };
  return [
    {
      id: 'wording',
      entries: [
        { id: 'words', label: say('draft.offer.words'), act: offer(false) },
        { id: 'slash', label: say('draft.offer.slash'), act: offer(true) },
        { id: 'none', label: say('draft.offer.none'), act: then(() => editor.current?.offerWording({})) },
        {
          id: 'placeholder',
          label: say('draft.tool.placeholder'),
          act: then(() => editor.current?.bracketSelection('placeholder')),
        },
      ],
    },
  ];
}
