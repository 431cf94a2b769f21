import type { MeetingRequest } from '../../../renderer/session/meetings/contract.ts';
import type { Bracket, BracketKind } from '../../../shared/schema/bracket.ts';
import { CHAIR, type BracketId, type Code, type ProvisionId } from '../../../shared/schema/ids.ts';
import { STANCES, type Position } from '../../../shared/schema/position.ts';
import type { Provision } from '../../../shared/schema/provision.ts';
import { seeded } from '../consensus/meeting.ts';

/** Words in each provision: 400 of them make a draft of 60,000 words. */
export const WORDS_EACH = 150;

const CODES = ['EU', 'MEX', 'G77', 'NOR', 'KEN', 'JPN', 'CUB', 'FJI'].map((code) => code as Code);

const PHRASES = [
  'encourage one another to record every transfer of small arms in a register that is kept for twenty years',
  'recall the harm that unmarked weapons do along the borders of our region',
  'shall inspect the storerooms in which surplus ammunition waits to be destroyed',
  'note with appreciation the patrols that the coastal communities have begun together',
  'invite those in a position to do so to share scanners, training and spare parts',
  'may ask a neighbour to trace a weapon by the mark that its maker put on the frame',
  'undertake to report, before each meeting, on what was collected and what was melted down',
  'consider that women of the affected towns belong at the table where this is decided',
];

interface Marked {
  readonly kind: BracketKind;
  readonly code: Code;
  readonly from: number;
  readonly to: number;
}

/** By word of a provision: a hold with a proposal inside it, words to be deleted, and in three of four one proposal more. */
const PLACES: readonly (readonly [kind: BracketKind, from: number, to: number])[] = [
  ['hold', 10, 30],
  ['insert', 14, 18],
  ['delete', 60, 64],
  ['insert', 120, 126],
];

/** A fictional text of so many provisions, with 15 brackets for every four of them, some of them nested. */
export function longDraft(provisions: number): MeetingRequest['draft'] {
  const random = seeded(provisions);
  const values: Provision[] = [];
  const brackets: Bracket[] = [];
  for (let at = 0; at < provisions; at += 1) {
    const words: string[] = [];
    while (words.length < WORDS_EACH) {
      words.push('States', ...PHRASES[Math.floor(random() * PHRASES.length)]!.split(' '));
    }
    const kept = words.slice(0, WORDS_EACH);
    const startOf = (word: number) => kept.slice(0, word).join(' ').length + (word === 0 ? 0 : 1);
    const id = `${CHAIR}-p${String(at).padStart(11, '0')}` as ProvisionId;
    const isPart = at % 5 > 2;
    values.push({
      id,
      kind: at % 40 === 0 ? 'heading' : isPart ? 'subparagraph' : 'operative',
      level: isPart ? 1 : 0,
      text: kept.join(' '),
      marks: [{ from: 0, to: 6, kind: 'italic' }],
      proponent: CHAIR,
    });
    const marked: Marked[] = PLACES.slice(0, at % 4 === 0 ? 3 : 4).map(([kind, from, to], order) => ({
      kind,
      code: CODES[(at + order) % CODES.length]!,
      from: startOf(from),
      to: startOf(to) - 1,
    }));
    for (const { kind, code, from, to } of marked) {
      brackets.push({
        id: `${code}-b${String(brackets.length).padStart(11, '0')}` as BracketId,
        kind,
        pieces: [{ provision: id, from, to, label: false }],
        proponent: code,
        supporters: [],
        keepers: [],
        opened: 1_700_000_000_000 + brackets.length,
      });
    }
  }
  return {
    title: 'Outcome of the meeting on the islands',
    symbol: 'ISLANDS/1',
    language: 'en',
    provisions: values,
    brackets,
  };
}

/** The draft as a meeting of 120 delegations, who have stated so many positions a bracket. */
export function longMeeting(provisions: number, each = 2): MeetingRequest {
  const draft = longDraft(provisions);
  const random = seeded(7);
  const codes = [...CODES, ...Array.from({ length: 112 }, (_, at) => `D${at}` as Code)];
  const positions = draft.brackets.flatMap(({ id }) =>
    Array.from({ length: each }, (): Position => {
      return {
        delegation: codes[Math.floor(random() * codes.length)]!,
        target: { type: 'bracket', bracket: id },
        stance: STANCES[Math.floor(random() * STANCES.length)]!,
        audience: 'room',
        source: 'national',
        at: 1_700_000_000_000,
      };
    }),
  );
  const { title, symbol, language } = draft;
  const delegations = codes.map((code) => ({ code, name: code, standing: 'member' as const }));
  return { draft, title, symbol, language, delegations, positions };
}
