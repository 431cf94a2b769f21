import { useEffect, useMemo, type Ref } from 'react';
import { numberDraft } from '../../../../shared/numbering/number.ts';
import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import { Sheet } from '../../../app/paper/Sheet.tsx';
import { usePages } from '../../../app/paper/use-pages.ts';
import { usePlace } from '../../../app/place.tsx';
import { useText } from '../../../i18n/text.tsx';
import type { Clean } from './use-clean.ts';

/** The draft without brackets, under the chosen wordings, line by line as it would be printed. */
export function CleanText({ clean, sheet }: { clean: Clean; sheet: Ref<HTMLElement> }) {
  const say = useText();
  const { draft, bracketsIn, toDraft } = clean;
  const { place, keep } = usePlace();
  const numbers = useMemo(() => numberDraft(draft), [draft]);
  const pages = usePages(draft);
  const lines = useMemo(() => pages.count(draft.provisions, bracketsIn), [pages, draft, bracketsIn]);

  useEffect(() => {
    const follow = () => {
      const node = document.getSelection()?.focusNode;
      const element = node instanceof Element ? node : node?.parentElement;
      const provision = element?.closest<HTMLElement>('.sheet-provision')?.dataset['provision'];
      // The second half of a proposed split goes by an id of its own: in the draft it is the provision that would be cut.
      const there = provision && (toDraft({ provision: provision as ProvisionId, offset: 0 })?.provision ?? provision);
      if (there) keep({ provision: there as ProvisionId, bracket: undefined });
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [keep, toDraft]);

  return (
    <div className="clean-text" data-pane-home tabIndex={-1} data-place={place.provision}>
      <Sheet
        ref={sheet}
        {...{ draft, lines, numbers, bracketsIn }}
        attributed={false}
        label={say('rendering.clean.text', { symbol: draft.symbol || draft.title })}
      />
    </div>
  );
}
