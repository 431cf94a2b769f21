import type { Bracket, BracketKind, Piece } from '../schema/bracket.ts';
import type { Draft, Language } from '../schema/draft.ts';
import { CHAIR, type BracketId, type Code, type ProvisionId } from '../schema/ids.ts';
import type { Mark, Provision, ProvisionKind, ProvisionRelation } from '../schema/provision.ts';
import { invariant } from '../schema/result.ts';
import { pushTo } from '../schema/push-to.ts';

/** A word of a paragraph's notation: plain words, a bracket's edge, or words in italics. */
export type Part =
  | string
  | { readonly type: 'open' | 'close'; readonly bracket: string }
  | { readonly type: 'italic'; readonly words: string };

/** A bracket as it is declared once; where it stands is told by the paragraphs. */
export interface BracketPlan {
  readonly kind: BracketKind;
  /** The chair where it is left out. */
  readonly by?: Code;
  readonly supporters?: readonly Code[];
  readonly keepers?: readonly Code[];
  readonly variantOf?: string;
  readonly bare?: boolean;
  readonly noText?: boolean;
  readonly note?: string;
  /** Hours after the draft was tabled. */
  readonly after?: number;
}

export interface ParagraphPlan {
  readonly name: string;
  readonly kind: ProvisionKind;
  readonly level?: number;
  readonly relation?: { readonly type: ProvisionRelation['type']; readonly to: string };
  readonly by?: Code;
  /** Brackets that open before the number. */
  readonly before?: readonly string[];
  readonly parts: readonly Part[];
}

/** Words in a bracket. */
export function within(bracket: string, ...parts: readonly (Part | readonly Part[])[]): readonly Part[] {
  return [{ type: 'open', bracket }, ...parts.flat(), { type: 'close', bracket }];
}

export function opens(bracket: string): Part {
  return { type: 'open', bracket };
}

export function closes(bracket: string): Part {
  return { type: 'close', bracket };
}

export function italic(words: string): Part {
  return { type: 'italic', words };
}

/** The id that a name stands for, minted under its proponent's code. */
export function paragraphId(name: string, by: Code = CHAIR): ProvisionId {
  return `${by}-demop${name.padStart(5, '0')}` as ProvisionId;
}

export function bracketId(name: string, plans: Readonly<Record<string, BracketPlan>>): BracketId {
  return `${plans[name]?.by ?? CHAIR}-demob${name.padStart(5, '0')}` as BracketId;
}

/** Composes a draft from its plans; every bracket that is declared must stand somewhere, and close where it opened. */
export function composeDraft(plan: {
  readonly title: string;
  readonly symbol: string;
  readonly language: Language;
  readonly brackets: Readonly<Record<string, BracketPlan>>;
  readonly paragraphs: readonly ParagraphPlan[];
  /** When the draft was tabled, in milliseconds since 1970. */
  readonly tabled: number;
}): Draft {
  const { brackets: plans, paragraphs } = plan;
  const authors = new Map(paragraphs.map(({ name, by }) => [name, by ?? CHAIR]));
  const pieces = new Map<string, Piece[]>();
  const inside = new Map<string, string>();
  const order: string[] = [];
  const open: { readonly bracket: string; from: number; label: boolean }[] = [];

  const provisions = paragraphs.map((paragraph): Provision => {
    const provision = paragraphId(paragraph.name, authors.get(paragraph.name)!);
    const marks: Mark[] = [];
    let text = '';
    const enter = (bracket: string, label: boolean) => {
      invariant(plans[bracket] !== undefined && !order.includes(bracket), `${bracket} is declared and opens once`);
      const outer = open.at(-1);
      if (outer !== undefined) inside.set(bracket, outer.bracket);
      order.push(bracket);
      open.push({ bracket, from: text.length, label });
    };
    const leave = (bracket: string) => {
      const place = open.findIndex((each) => each.bracket === bracket);
      const edge = open[place];
      invariant(edge !== undefined, `${bracket} is open`);
      open.splice(place, 1);
      const { from, label } = edge;
      pushTo(pieces, bracket, { provision, from, to: text.length, label });
    };
    // What came over from the paragraph before covers this one with its number.
    for (const each of open) Object.assign(each, { from: 0, label: true });
    for (const bracket of paragraph.before ?? []) enter(bracket, true);
    for (const part of paragraph.parts) {
      if (typeof part === 'string') text += part;
      else if (part.type === 'italic') {
        marks.push({ from: text.length, to: text.length + part.words.length, kind: 'italic' });
        text += part.words;
      } else if (part.type === 'open') enter(part.bracket, false);
      else leave(part.bracket);
    }
    for (const { bracket, from, label } of open) pushTo(pieces, bracket, { provision, from, to: text.length, label });
    const { kind, level = 0, relation, by = CHAIR } = paragraph;
    const to = relation === undefined ? undefined : paragraphId(relation.to, authors.get(relation.to));
    return {
      id: provision,
      kind,
      level,
      ...(relation === undefined ? {} : { relation: { type: relation.type, to: to! } }),
      text,
      marks,
      proponent: by,
    };
  });
  invariant(open.length === 0, 'every bracket closes');

  const brackets = inOrder(order, plans).map((name): Bracket => {
    const { kind, by = CHAIR, supporters = [], keepers = [], variantOf, bare, noText, note, after = 0 } = plans[name]!;
    const outer = inside.get(name);
    return {
      id: bracketId(name, plans),
      kind,
      pieces: pieces.get(name) ?? [],
      ...(variantOf === undefined ? {} : { variantOf: bracketId(variantOf, plans) }),
      ...(outer === undefined ? {} : { within: bracketId(outer, plans) }),
      ...(bare === true ? { bare } : {}),
      ...(noText === true ? { noText } : {}),
      proponent: by,
      supporters: [...supporters].sort(),
      keepers: [...keepers].sort(),
      ...(note === undefined ? {} : { note }),
      opened: plan.tabled + after * 3_600_000,
    };
  });
  const { title, symbol, language } = plan;
  return { title, symbol, language, provisions, brackets };
}

/** Brackets as they open; a choice without words of its own stands before its first variant. */
function inOrder(order: readonly string[], plans: Readonly<Record<string, BracketPlan>>): readonly string[] {
  const names: string[] = [];
  const take = (name: string) => {
    const choice = plans[name]!.variantOf;
    if (choice !== undefined && !order.includes(choice)) take(choice);
    if (!names.includes(name)) names.push(name);
  };
  for (const name of order) take(name);
  invariant(names.length === Object.keys(plans).length, 'every declared bracket stands somewhere');
  return names;
}
