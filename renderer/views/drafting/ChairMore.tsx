import { Ellipsis } from 'lucide-react';
import { useCallback } from 'react';
import { duplicatesOf } from '../../../shared/brackets/duplicates.ts';
import { familyOf } from '../../../shared/brackets/family.ts';
import { isShapeKind, type Bracket } from '../../../shared/schema/bracket.ts';
import type { Draft } from '../../../shared/schema/draft.ts';
import { IconButton } from '../../controls/IconButton.tsx';
import { Menu, type MenuEntry, type MenuPart } from '../../controls/Menu.tsx';
import { useText } from '../../i18n/text.tsx';
import type { BracketFace } from '../../session/draft-parts.ts';
import { useOfDraft, useSession } from '../../session/hooks.ts';
import { useActs } from './use-acts.ts';

/** What the chair can do with a bracket beyond ruling on it alone: with all in it, by other words, as one of several. */
export function ChairMore({ bracket }: { bracket: BracketFace }) {
  const say = useText();
  const acts = useActs();
  const { replica } = useSession();
  if (isShapeKind(bracket.kind)) return <Merge bracket={bracket} />;
  // The whole draft is looked through for this, so when it is asked for and not while one writes.
  const parts = (): readonly MenuPart[] => {
    const draft = replica?.read();
    const family = draft && bracket.kind !== 'choice' ? familyOf(draft, bracket.id, { outcome: 'keep', at: 0 }) : [];
    const same = draft ? sameAs(bracket, duplicatesOf(draft)) : 0;
    const entries: MenuEntry[] = [
      ...(family.length === 0
        ? []
        : [
            {
              id: 'family',
              label: say('draft.rule.family', { count: family.length }),
              act: () => acts.rule({ bracket: bracket.id, outcome: 'keep', family: true }),
            },
          ]),
      {
        id: 'bridge',
        label: say('draft.rule.bridge'),
        act: () => acts.bridge(bracket.id),
      },
      ...(same === 0
        ? []
        : [{ id: 'merge', label: say('draft.rule.merge', { count: same }), act: () => acts.merge(bracket.id) }]),
    ];
    return [{ id: 'more', entries }];
  };
  return (
    <Menu label={say('draft.rule.more')} parts={parts}>
      <IconButton label={say('draft.rule.more')}>
        <Ellipsis />
      </IconButton>
    </Menu>
  );
}

/** A proposal about the shape of the draft holds no words: of these acts only merging is one for it. */
function Merge({ bracket }: { bracket: BracketFace }) {
  const say = useText();
  const acts = useActs();
  const { id } = bracket;
  const same = useOfDraft(useCallback((draft: Draft) => sameAs({ id }, duplicatesOf(draft)), [id]));
  if (same === 0) return null;
  const entry = { id: 'merge', label: say('draft.rule.merge', { count: same }), act: () => acts.merge(id) };
  return (
    <Menu label={say('draft.rule.more')} parts={[{ id: 'more', entries: [entry] }]}>
      <IconButton label={say('draft.rule.more')}>
        <Ellipsis />
      </IconButton>
    </Menu>
  );
}

function sameAs({ id }: Pick<Bracket, 'id'>, groups: readonly (readonly Bracket['id'][])[]): number {
  return (groups.find((group) => group.includes(id))?.length ?? 1) - 1;
}
