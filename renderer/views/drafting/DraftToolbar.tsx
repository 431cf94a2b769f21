import { Brackets, ChevronDown, ChevronUp, Redo2, Strikethrough, Undo2, X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import type { PressEvent } from 'react-aria-components/Button';
import type { Place } from '../../../shared/sync/contract.ts';
import { inTwoFrames } from '../../app/in-two-frames.ts';
import { chordText } from '../../app/keymap.ts';
import type { DraftEditorHandle } from '../../editor/handle.ts';
import { Button } from '../../controls/Button.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { Menu } from '../../controls/Menu.tsx';
import { Toolbar, ToolbarGroup } from '../../controls/Toolbar.tsx';
import { useText } from '../../i18n/text.tsx';
import { useSession } from '../../session/hooks.ts';
import { ChairMenu } from './ChairMenu.tsx';
import { useProvisionMenu } from './use-provision-menu.ts';
import { useWordingMenu } from './use-wording-menu.ts';
import './DraftToolbar.css';

export interface DraftToolbarProps {
  readonly editor: RefObject<DraftEditorHandle | null>;
  /** How the draft is shown, at the end of the bar. */
  readonly renderings: ReactNode;
  onNextBracket(): void;
  onPreviousBracket(): void;
}

/** What one can do to the selected words, to the provision, and to one's own last change. */
export function DraftToolbar({ editor, renderings, onNextBracket, onPreviousBracket }: DraftToolbarProps) {
  const say = useText();
  const { me } = useSession();
  const back = (place?: Place) => backToText(editor, place);
  const provisionParts = useProvisionMenu({ caret: () => editor.current?.selection()?.head, back });
  const wordingParts = useWordingMenu(editor, back);
  /** `again`: what the keyboard may press several times over keeps it. */
  const inText =
    (act: (editor: DraftEditorHandle) => void, { again = false } = {}) =>
    ({ pointerType }: PressEvent) => {
      if (editor.current) act(editor.current);
      if (!again || pointerType !== 'keyboard') back();
    };
  return (
    <div className="draft-toolbar" data-pane="toolbar">
      <Toolbar label={say('draft.toolbar')}>
        <ToolbarGroup label={say('draft.tool.history')}>
          <IconButton
            label={say('draft.tool.undo')}
            keys="Ctrl+Z"
            onPress={inText((text) => text.undo(), { again: true })}
          >
            <Undo2 className="directional" />
          </IconButton>
          <IconButton
            label={say('draft.tool.redo')}
            keys="Ctrl+Shift+Z"
            onPress={inText((text) => text.redo(), { again: true })}
          >
            <Redo2 className="directional" />
          </IconButton>
        </ToolbarGroup>
        <ToolbarGroup label={say('draft.tool.mark')}>
          <Button
            tone="plain"
            size="small"
            icon={<Brackets />}
            onPress={inText((text) => text.bracketSelection('hold'))}
          >
            {say('draft.tool.bracket')}
          </Button>
          {me.role === 'delegation' && (
            <Button
              tone="plain"
              size="small"
              icon={<Strikethrough />}
              onPress={inText((text) => text.bracketSelection('delete'))}
            >
              {say('draft.tool.delete')}
            </Button>
          )}
          <Menu label={say('draft.tool.offer')} parts={wordingParts}>
            <Button tone="plain" size="small">
              {say('draft.tool.offer')}
              <ChevronDown aria-hidden />
            </Button>
          </Menu>
          <Button tone="plain" size="small" icon={<X />} onPress={inText((text) => text.withdraw())}>
            {say('draft.tool.withdraw')}
          </Button>
        </ToolbarGroup>
        <ToolbarGroup label={say('draft.tool.provision')}>
          <Menu label={say('draft.tool.provision')} parts={provisionParts}>
            <Button tone="plain" size="small">
              {say('draft.tool.provision')}
              <ChevronDown aria-hidden />
            </Button>
          </Menu>
          <ChairMenu />
        </ToolbarGroup>
        <ToolbarGroup label={say('draft.tool.find')}>
          <IconButton
            label={say('draft.tool.previous')}
            keys={chordText('previous-bracket')}
            onPress={onPreviousBracket}
          >
            <ChevronUp />
          </IconButton>
          <IconButton label={say('draft.tool.next')} keys={chordText('next-bracket')} onPress={onNextBracket}>
            <ChevronDown />
          </IconButton>
        </ToolbarGroup>
        {renderings}
      </Toolbar>
    </div>
  );
}

/** Gives the keyboard back to the text once a menu has closed, unless a question under the text has come of it. */
function backToText(editor: RefObject<DraftEditorHandle | null>, place: Place | undefined): void {
  // A menu that closes gives the keyboard to its button in the first.
  inTwoFrames(() => {
    const focused = document.activeElement;
    const isFree = !focused || focused === document.body || focused.closest('[data-pane="toolbar"]');
    if (isFree && !document.querySelector('.ask-bar')) editor.current?.focus(place);
  });
}
