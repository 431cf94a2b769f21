import type { BracketId, ProvisionId } from '../../../shared/schema/ids.ts';
import { targetKey, type Target } from '../../../shared/schema/position.ts';
import type { Wording } from '../../session/wording.ts';

/** What a position can be about from where the reader stands: the provision, a bracket in it, or one of its wordings. */
export interface Scope {
  readonly key: string;
  readonly target: Target;
  readonly label: 'provision' | 'bracket' | 'without' | 'deletion' | 'keeping' | 'wording' | 'no-text';
  /** The words meant; absent for the provision and for "no text". */
  readonly words?: string;
}

export interface Scopes {
  readonly provision: ProvisionId;
  readonly all: readonly Scope[];
  /** The key of the scope the panel was opened on. */
  readonly first: string;
}

/** `undefined` where the target is closed or gone. */
export function scopesOf(target: Target, wording: Wording): Scopes | undefined {
  if (target.type === 'provision') {
    if (!wording.provision(target.provision)) return undefined;
    const whole = scopeOn(target, 'provision');
    return { provision: target.provision, all: [whole], first: whole.key };
  }
  const named = wording.bracket(target.bracket);
  const choice = named?.variantOf && wording.bracket(named.variantOf);
  const root = choice || named;
  const provision = (root?.pieces[0] ?? (root && wording.variantsOf(root.id)[0]?.pieces[0]))?.provision;
  if (!named || !root || !provision) return undefined;
  const inside = root.kind === 'choice' ? choiceScopes(root.id, wording) : bracketScopes(root.id, wording);
  const all = [scopeOn({ type: 'provision', provision }, 'provision'), ...inside];
  const asked = targetKey(choice ? { type: 'variant', bracket: root.id, variant: named.id } : target);
  return { provision, all, first: (all.find(({ key }) => key === asked) ?? inside[0] ?? all[0]!).key };
}

function choiceScopes(choice: BracketId, wording: Wording): readonly Scope[] {
  const variants = wording
    .variantsOf(choice)
    .map(({ id }) => scopeOn({ type: 'variant', bracket: choice, variant: id }, 'wording', wording.bracketWords(id)));
  if (!wording.bracket(choice)?.noText) return variants;
  return [...variants, scopeOn({ type: 'variant', bracket: choice, variant: 'none' }, 'no-text')];
}

function bracketScopes(id: BracketId, wording: Wording): readonly Scope[] {
  const words = wording.bracketWords(id);
  const whole: Target = { type: 'bracket', bracket: id };
  if (wording.bracket(id)?.kind === 'delete')
    return [
      scopeOn(whole, 'deletion', words),
      scopeOn({ type: 'variant', bracket: id, variant: 'text' }, 'keeping', words),
    ];
  return [
    scopeOn(whole, 'bracket', words),
    scopeOn({ type: 'variant', bracket: id, variant: 'none' }, 'without', words),
  ];
}

function scopeOn(target: Target, label: Scope['label'], words?: string): Scope {
  return { key: targetKey(target), target, label, ...(words === undefined ? {} : { words }) };
}
