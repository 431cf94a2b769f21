import type { Language } from '../schema/draft.ts';
import { HEDGES, VERBS, WEAK_OBJECTS, type LexiconVerb } from './lexicon.ts';
import { STRENGTHS, type Found, type LanguageReading, type Strength } from './strength.ts';

// Provisions have one shape: somebody, or the text itself, does something about something. So the verb that counts is the
// first that states, or a participle where none does; verbs joined to it by "and" count beside it, the strongest decides;
// what stands after its "that" tells what is stated, not what is done. What is undertaken may come to little: to undertake
// to consider is to consider. This reads form, not meaning: irony, negation and quoted text are beyond it.

/** Reads an English provision; `undefined` where no verb of the lexicon decides, or for another language (rule L1). */
export function readStrength(text: string, language: Language): LanguageReading | undefined {
  if (language !== 'en') return undefined;
  const verb = operativeVerb(text);
  if (!verb) return undefined;
  const hedges = findHedges(text);
  const commitment = STRENGTHS.indexOf(verb.strength) >= BINDING ? findCommitment(text) : undefined;
  return { strength: verb.strength, verb: verb.found, hedges, ...(commitment ? { commitment } : {}) };
}

/** From this strength on somebody is bound, or asked to act. */
const BINDING = STRENGTHS.indexOf('urging');

interface Candidate {
  readonly found: Found;
  readonly strength: Strength;
  readonly isParticiple: boolean;
}

function operativeVerb(text: string): Candidate | undefined {
  const candidates = findVerbs(text);
  const first = candidates[0];
  if (!first) return undefined;
  const stating = candidates.filter(({ isParticiple }) => !isParticiple);
  // "Recalling …, decides": a participle gives way to a verb behind the comma, not to one inside its own clause.
  const opens = first.isParticiple && text.slice(0, first.found.from).trim().split(/\s+/).length <= 2;
  const head = opens ? stating.find(({ found }) => isMainClause(text, first.found.to, found.from)) : stating[0];
  if (!head) return first.isParticiple ? first : undefined;
  const beside = stating.filter(
    ({ found }) =>
      found.from > head.found.to &&
      /\band(?:\s+(?:also|further|then|hereby|strongly))*\s*$/i.test(justBefore(text, found.from)),
  );
  const heads = [head, ...beside].map((candidate) => weigh(candidate, text));
  return heads.reduce((best, other) => (rank(other) > rank(best) ? other : best));
}

function rank({ strength }: Candidate): number {
  return STRENGTHS.indexOf(strength);
}

/** Whether the words between a participle and a verb close the participle's clause with a comma. */
function isMainClause(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to);
  const comma = between.lastIndexOf(',');
  return comma >= 0 && !/\b(?:that|which|who|where)\b/i.test(between.slice(comma));
}

const SUBJECTS =
  /(?:^|[,;:]|\b(?:states|state|members|we|it|they|meeting|conference|assembly|council|committee|group|parties|delegations|secretariat|secretary-general|chair|also|further|and|again|hereby|moreover|is|are|was|were|been|be|to))\s*$/i;

type Form = readonly [form: string, { readonly verb: LexiconVerb; readonly isParticiple: boolean }];

const FORMS = new Map(
  VERBS.flatMap((verb): Form[] => [
    ...verb.finite.map((form): Form => [form, { verb, isParticiple: false }]),
    ...(verb.participle ? [[verb.participle, { verb, isParticiple: true }] satisfies Form] : []),
  ]),
);
const ANY_FORM = anyOf([...FORMS.keys()]);

function findVerbs(text: string): readonly Candidate[] {
  return [...text.matchAll(ANY_FORM)].flatMap((match): Candidate[] => {
    const { verb, isParticiple } = FORMS.get(match[0].toLowerCase().replace(/\s+/g, ' '))!;
    const before = justBefore(text, match.index);
    if (verb.noun && !isParticiple && !SUBJECTS.test(before)) return [];
    // "to urge", after a verb that states, is what that one is about.
    if (!isParticiple && /\bto\s*$/i.test(before)) return [];
    return [{ found: foundAt(text, match.index, match[0].length), strength: verb.strength, isParticiple }];
  });
}

const WEAK_OBJECT = new RegExp(
  `^(?:\\s*,[^,]*,)?\\s*(?:not\\s+)?(?:to\\s+)?(?:also\\s+)?(?:${WEAK_OBJECTS.join('|')})\\b|^[^.;]*\\bkeep\\b[^.;]*\\bunder review\\b`,
  'i',
);

function weigh(candidate: Candidate, text: string): Candidate {
  if (candidate.strength !== 'undertaking') return candidate;
  return WEAK_OBJECT.test(text.slice(candidate.found.to)) ? { ...candidate, strength: 'considering' } : candidate;
}

const ANY_HEDGE = anyOf(HEDGES);

function findHedges(text: string): readonly Found[] {
  return [...text.matchAll(ANY_HEDGE)]
    .filter(
      (match) =>
        !/^voluntary$/i.test(match[0]) ||
        !/^\s+(?:nature|character)\b/i.test(text.slice(match.index + match[0].length)),
    )
    .map((match) => foundAt(text, match.index, match[0].length));
}

const NUMBER =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety)';
const UNIT = '(?:hours?|days?|weeks?|months?|years?)';
const MONTH = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATE = `(?:(?:\\d{1,2}\\s+)?${MONTH}(?:\\s+\\d{4})?|\\d{4})`;
const EVENT = '(?:[a-z-]+\\s+){0,4}(?:session|meeting|conference)';
const WHEN = new RegExp(
  [
    `\\b(?:by|before|after|until|no later than|not later than)\\s+(?:the end of\\s+)?${DATE}(?:\\s+(?:each|every) year)?`,
    `\\b(?:by|before|no later than|not later than)\\s+(?:the|its|their)\\s+${EVENT}\\b`,
    `\\bat its\\s+${EVENT}\\b`,
    `\\bwithin\\s+(?:a period of\\s+)?${NUMBER}\\s+${UNIT}\\b`,
    `\\bfor at least\\s+${NUMBER}\\s+${UNIT}\\b`,
    `\\b(?:every|each)\\s+(?:${NUMBER}\\s+)?${UNIT}\\b`,
    '\\b(?:annually|biennially|quarterly|monthly)\\b',
  ].join('|'),
  'i',
);
const WHO =
  /\b(?:(?:[A-Z][a-z]+\s+)?States?|Members?|We|Secretary-General|Secretariat|Chair|bureau|Government|Governments|working group|group|Office(?:\s+for\s+Disarmament\s+Affairs)?|General Assembly|Conference|manufacturers|Parties|donors|organizations)\b/;

function findCommitment(text: string): LanguageReading['commitment'] {
  const when = WHEN.exec(text);
  const by = WHO.exec(text);
  if (!when || !by) return undefined;
  return { by: foundAt(text, by.index, by[0].length), when: foundAt(text, when.index, when[0].length) };
}

/** The last words before a place; enough to tell what stands there, however long the text. */
function justBefore(text: string, at: number): string {
  return at <= 64 ? text.slice(0, at) : `… ${text.slice(at - 64, at)}`;
}

/** Any of these, longest first, as whole words with any white space between them. */
function anyOf(forms: readonly string[]): RegExp {
  const longest = forms.toSorted((a, b) => b.length - a.length).map((form) => form.replace(/ /g, '\\s+'));
  return new RegExp(`(?<![\\p{L}-])(?:${longest.join('|')})(?![\\p{L}-])`, 'giu');
}

function foundAt(text: string, from: number, length: number): Found {
  return { from, to: from + length, words: text.slice(from, from + length) };
}
