import { CHAIR, type Code } from '../../schema/ids.ts';
import { readParty, type Party } from './parties.ts';

/** Who stands behind bracketed words, as the words themselves say. The words are left as they are (rule B11). */
export interface Attribution {
  /** The chair where the words name actions, but nobody who proposes them. */
  readonly proponent: Code;
  readonly supporters: readonly Code[];
  /** The attribution as it was written: `EU; US delete`. */
  readonly note: string;
  /** Where it stands in the words. */
  readonly from: number;
  readonly to: number;
}

/** Who stands behind words, and how, as they were written. */
export type Backers = Pick<Attribution, 'proponent' | 'supporters' | 'note'>;

/** `EU, MEX; RUS reserves` where nothing else can stand: behind an option's number (rule B11). */
export function readBackers(note: string): Backers | undefined {
  const read = readClauses(note);
  return read && { proponent: read.proponent, supporters: read.supporters, note: note.trim() };
}

const VERB =
  /\b(?:add|cannot accept|delete|deletes|keep|object|objects|oppose|opposes|reserve|reserves|retain|retains|support|supports)\b/iu;
const BACKING = /\b(?:keep|retain|retains|support|supports)\b/iu;

/** The attribution in bracketed words, or `undefined` where it is not certain that there is one (rule B11). */
export function attributionOf(words: string): Attribution | undefined {
  if (words.includes(' / ')) return undefined;
  return atTail(words) ?? atHead(words);
}

/** `text: EU, Norway; US delete`, `word - US; G77 delete`. */
function atTail(words: string): Attribution | undefined {
  const reach = Math.max(0, words.length - 160);
  const end = words.slice(reach);
  for (const mark of end.matchAll(/:\s+|\s[-–—]\s?/gu)) {
    const from = mark.index + mark[0].length;
    const before = words.slice(0, reach + mark.index);
    if (before.trim() === '' || /^\s*(?:add|delete|new|retain|keep)\s*$/iu.test(before)) continue;
    const read = readClauses(end.slice(from));
    if (read?.certain)
      return {
        proponent: read.proponent,
        supporters: read.supporters,
        note: end.slice(from).trim(),
        from: reach + mark.index,
        to: words.length,
      };
  }
  return undefined;
}

/** `Add: EU`, `Delete: Mexico`, `EU: text`, `ADD EU text`. */
function atHead(words: string): Attribution | undefined {
  const action = /^\s*(?:add|delete|retain|keep|new)\s*:\s*(.{1,120})$/isu.exec(words);
  if (action !== null) {
    const parties = readList(action[1]!);
    if (parties === undefined || !parties.some((party) => party.known)) return undefined;
    const adds = /^\s*(?:add|new)/iu.test(words);
    const [proponent, ...rest] = parties.map((party) => party.code);
    return {
      proponent: adds ? proponent! : CHAIR,
      supporters: adds ? others(proponent!, rest) : [],
      note: words.trim(),
      from: 0,
      to: words.length,
    };
  }
  const named = /^\s*(?:ADD\s+([A-Z][\w-]{1,8})\s|(.{2,60}?):\s)/u.exec(words);
  if (named === null) return undefined;
  const parties = readList(named[1] ?? named[2]!);
  if (parties === undefined || !parties.every((party) => party.known)) return undefined;
  const [proponent, ...rest] = parties.map((party) => party.code);
  return {
    proponent: proponent!,
    supporters: others(proponent!, rest),
    note: named[0].trim(),
    from: 0,
    to: named[0].length,
  };
}

/** `EU, Norway; US delete; reserve: RUS`: clauses of names, of which the first without a verb names the proponents. */
function readClauses(text: string): (Pick<Attribution, 'proponent' | 'supporters'> & { certain: boolean }) | undefined {
  const clauses = text.split(';').map((clause) => clause.trim().replace(/\.$/u, ''));
  let proponents: readonly Party[] = [];
  const backing: Party[] = [];
  let certain = false;
  let verbs = 0;
  for (const [place, clause] of clauses.entries()) {
    const verb = VERB.exec(clause);
    const names = verb === null ? clause : clause.replace(verb[0], '').replace(/^[\s:]+|[\s:]+$/gu, '');
    const parties = readList(names);
    if (parties === undefined) return undefined;
    certain ||= parties.some((party) => party.known);
    if (verb !== null) verbs += 1;
    if (place === 0 && (verb === null || BACKING.test(verb[0]))) proponents = parties;
    else if (verb !== null && BACKING.test(verb[0])) backing.push(...parties);
  }
  certain ||= verbs > 0;
  const [first, ...rest] = proponents.map((party) => party.code);
  if (first === undefined) return { proponent: CHAIR, supporters: [], certain };
  return { proponent: first, supporters: others(first, [...rest, ...backing.map((party) => party.code)]), certain };
}

function readList(text: string): readonly Party[] | undefined {
  const parties: Party[] = [];
  const names = text.replace(/\bEU and its member States\b/iu, 'EU').replace(/\bG-?77 and China\b/iu, 'G77');
  for (const name of names.split(/\s*,\s*|\s+and\s+/u)) {
    const party = readParty(name);
    if (party === undefined) return undefined;
    parties.push(party);
  }
  return parties.length === 0 ? undefined : parties;
}

function others(proponent: Code, codes: readonly Code[]): readonly Code[] {
  return [...new Set(codes)].filter((code) => code !== proponent).sort();
}
