import type { BracketId, Code, ProvisionId } from '../../schema/ids.ts';
import type { IssueTag, TagId, Tagging, TagMark } from '../../schema/issue-tag.ts';
import { targetKey, type Target, type VariantId } from '../../schema/position.ts';
import type { Assessment, BracketAssessment, ProvisionAssessment } from '../assessment.ts';
import { leanOnBracket, leanOnProvision, type Leanings, type Sides } from './leaning.ts';

// A line is read from what carries its tag, and from nothing else. Each delegation's lean is a mean over its own stances
// there, so that a position moves whoever states it, or follows it, and nobody else.

/** Something that carries a tag, and how the room leans on it. */
export interface DividedItem {
  readonly target: Extract<Target, { type: 'provision' | 'bracket' }>;
  /** Where it stands. */
  readonly provision: ProvisionId;
  readonly deadlocked: boolean;
  /** Empty where its wordings are on no side: a choice whose variants carry no tags of their own, without "no text". */
  readonly leanings: Leanings;
}

/** A delegation on one line. `lean`: the mean over the line's items on which it has a stance, from -1 to 1. */
export interface Leaning {
  readonly code: Code;
  readonly lean: number;
  /** On how many items it has a stance. */
  readonly items: number;
}

/** Where the room divides along one tag (rule C21). Codes are sorted: delegations are never ranked. */
export interface DivisionLine {
  readonly tag: TagId;
  /** In reading order. */
  readonly items: readonly DividedItem[];
  readonly for: readonly Leaning[];
  readonly against: readonly Leaning[];
  /** Have a stance, and are on balance on neither side. */
  readonly between: readonly Leaning[];
  /** Members that have said nothing on any item. Nothing is assumed of them. */
  readonly silent: readonly Code[];
  /** How far apart the two sides are: 0 where one is empty, 1 where all of both are wholly for or against. */
  readonly apart: number;
  readonly deadlocked: number;
}

/** The lines of a list, as they divide the room most: by the smaller side, then by how far apart, then as listed. */
export function divisionLines(
  assessment: Assessment,
  {
    tags,
    tagging,
    members,
  }: { readonly tags: readonly IssueTag[]; readonly tagging: Tagging; readonly members: readonly Code[] },
): readonly DivisionLine[] {
  const carriers = carriersIn(assessment, tagging);
  const lines = tags.map(({ id }) => lineOf(id, itemsOf(id, carriers), members));
  const smaller = (line: DivisionLine) => Math.min(line.for.length, line.against.length);
  return lines.toSorted((a, b) => smaller(b) - smaller(a) || b.apart - a.apart);
}

/** Something that carries tags, itself or in its variants. */
type Carrier =
  | { readonly of: ProvisionAssessment; readonly marks: Marks }
  | { readonly of: BracketAssessment; readonly marks: Marks; readonly own: ReadonlyMap<VariantId, Marks> };
type Marks = readonly TagMark[];

/** Looked up once for all lines; in reading order, a bracket where it first stands. */
function carriersIn({ provisions }: Assessment, tagging: Tagging): readonly Carrier[] {
  const carriers: Carrier[] = [];
  const seen = new Set<BracketId>();
  const marksOf = (target: Target): Marks => tagging.get(targetKey(target)) ?? NO_MARKS;
  for (const found of provisions.values()) {
    const marks = marksOf({ type: 'provision', provision: found.provision });
    if (marks.length > 0) carriers.push({ of: found, marks });
    for (const one of found.brackets) {
      if (seen.has(one.bracket)) continue;
      seen.add(one.bracket);
      const whole = marksOf({ type: 'bracket', bracket: one.bracket });
      const own = new Map<VariantId, Marks>();
      for (const { variant } of one.variants) {
        if (variant === 'text' || variant === 'none') continue;
        const its = marksOf({ type: 'bracket', bracket: variant });
        if (its.length > 0) own.set(variant, its);
      }
      if (whole.length + own.size > 0) carriers.push({ of: one, marks: whole, own });
    }
  }
  return carriers;
}

const NO_MARKS: Marks = [];

function itemsOf(tag: TagId, carriers: readonly Carrier[]): readonly DividedItem[] {
  return carriers.flatMap((carrier): DividedItem[] => {
    if ('own' in carrier) {
      const sides = sidesOf(tag, carrier.marks, carrier.own);
      if (!sides) return [];
      const { bracket, provision, deadlocked } = carrier.of;
      const target = { type: 'bracket', bracket } as const;
      return [{ target, provision, deadlocked, leanings: leanOnBracket(carrier.of, sides) }];
    }
    const side = sideIn(tag, carrier.marks);
    if (side === 0) return [];
    const { provision, stances } = carrier.of;
    const target = { type: 'provision', provision } as const;
    return [{ target, provision, deadlocked: false, leanings: leanOnProvision(stances, side) }];
  });
}

/**
 * Which wordings are on which side; `undefined` where neither the bracket nor a variant carries the tag. Variants with
 * marks of their own stand before their choice's. "No text" is opposite the words, and on no side where they are on both.
 */
function sidesOf(tag: TagId, marks: Marks, own: ReadonlyMap<VariantId, Marks>): Sides | undefined {
  const marked = new Map<VariantId, 1 | -1 | 0>();
  for (const [variant, its] of own) if (sideIn(tag, its) !== 0) marked.set(variant, sideIn(tag, its));
  const whole = sideIn(tag, marks);
  if (marked.size === 0 && whole === 0) return undefined;
  const words = new Set(marked.size > 0 ? marked.values() : [whole]);
  return (variant) => {
    if (variant !== 'none') return marked.size > 0 ? (marked.get(variant) ?? 0) : whole;
    return words.size > 1 ? 0 : words.has(1) ? -1 : 1;
  };
}

function sideIn(tag: TagId, marks: Marks): 1 | -1 | 0 {
  const mark = marks.find((one) => one.tag === tag);
  if (!mark) return 0;
  return mark.turned ? -1 : 1;
}

function lineOf(tag: TagId, items: readonly DividedItem[], members: readonly Code[]): DivisionLine {
  const sums = new Map<Code, { sum: number; items: number }>();
  for (const { leanings } of items) {
    for (const [code, lean] of leanings) {
      const sum = sums.get(code);
      if (sum) {
        sum.sum += lean;
        sum.items++;
      } else sums.set(code, { sum: lean, items: 1 });
    }
  }
  const all = [...sums.keys()].sort().map((code): Leaning => {
    const { sum, items: count } = sums.get(code)!;
    return { code, lean: sum / count, items: count };
  });
  const towards = all.filter(({ lean }) => lean > 0);
  const away = all.filter(({ lean }) => lean < 0);
  return {
    tag,
    items,
    for: towards,
    against: away,
    between: all.filter(({ lean }) => lean === 0),
    silent: members.filter((code) => !sums.has(code)).toSorted(),
    apart: towards.length > 0 && away.length > 0 ? (mean(towards) - mean(away)) / 2 : 0,
    deadlocked: items.filter(({ deadlocked }) => deadlocked).length,
  };
}

function mean(leanings: readonly Leaning[]): number {
  return leanings.reduce((sum, { lean }) => sum + lean, 0) / leanings.length;
}
