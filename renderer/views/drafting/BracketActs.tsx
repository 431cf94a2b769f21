import type { VariantId } from '../../../shared/schema/position.ts';
import { Button } from '../../controls/Button.tsx';
import { Menu } from '../../controls/Menu.tsx';
import { useText } from '../../i18n/text.tsx';
import type { BracketFace } from '../../session/draft-parts.ts';
import { useSession } from '../../session/hooks.ts';
import { bracketWords } from './bracket-words.ts';
import { ChairMore } from './ChairMore.tsx';
import { SecondButton } from './SecondButton.tsx';
import { useActs } from './use-acts.ts';

export interface BracketActsProps {
  readonly bracket: BracketFace;
  readonly variants: readonly VariantId[];
  onPosition(variant?: VariantId): void;
}

/** What one can do with a bracket: second it, ask to keep, withdraw one's own, state a position; as the chair, rule. */
export function BracketActs({ bracket, variants, onPosition }: BracketActsProps) {
  const say = useText();
  const { me, chair, replica } = useSession();
  const acts = useActs();
  const mine = bracket.proponent === me.code;
  const speaks = me.role === 'delegation';
  const kept = bracket.keepers.includes(me.code);
  return (
    <div className="bracket-acts">
      <SecondButton bracket={bracket} />
      {speaks && !mine && bracket.kind === 'delete' && (
        <Button size="small" aria-pressed={kept} onPress={() => acts.second(bracket.id, kept ? 'none' : 'keep')}>
          {kept ? say('draft.act.unkeep') : say('draft.act.keep-words')}
        </Button>
      )}
      {mine && !chair && (
        <Button size="small" onPress={() => acts.withdraw(bracket.id)}>
          {say('draft.act.withdraw')}
        </Button>
      )}
      {chair && bracket.kind !== 'choice' && (
        <>
          <Button size="small" onPress={() => acts.rule({ bracket: bracket.id, outcome: 'keep' })}>
            {say(`draft.rule.keep.${bracket.kind}`)}
          </Button>
          <Button size="small" onPress={() => acts.rule({ bracket: bracket.id, outcome: 'drop' })}>
            {say(`draft.rule.drop.${bracket.kind}`)}
          </Button>
        </>
      )}
      {chair && bracket.kind === 'choice' && (
        <Menu
          label={say('draft.rule.choose')}
          parts={() => [
            {
              id: 'variants',
              entries: variants.map((variant) => ({
                id: variant,
                label:
                  variant === 'none' || variant === 'text' || !replica
                    ? say('draft.no-text')
                    : bracketWords(replica, variant),
                act: () => acts.rule({ bracket: bracket.id, outcome: 'chosen', variant }),
              })),
            },
          ]}
        >
          <Button size="small">{say('draft.rule.choose')}</Button>
        </Menu>
      )}
      {chair && <ChairMore bracket={bracket} />}
      {bracket.kind !== 'choice' && (
        <Button size="small" tone="plain" onPress={() => onPosition()}>
          {chair ? say('draft.act.record-position') : say('draft.act.position')}
        </Button>
      )}
    </div>
  );
}
