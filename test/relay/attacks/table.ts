/**
 * What is tried against the relay, by whom, and what stops it: the reason that stands in the log, and the rule of
 * `shared/RULES.md` behind it. `hostile-table.test.ts` holds the attacks to this table and the table to the attacks; the
 * attacks themselves are run by `hostile-*.test.ts`, each on a real socket, and leave the journal as it was.
 */
export interface Line {
  readonly who: readonly string[];
  /** Reason in the log → the rule. Empty where there is nothing to refuse: it simply changes nothing. */
  readonly refused: Readonly<Record<string, string>>;
  /** A test of its own, where it cannot be one attack among many: file and the beginning of its title. */
  readonly test?: readonly [file: string, title: string];
}

const DELEGATION = ['RUS'];
const ANYBODY = ['nobody'];

export const TABLE = {
  "forging another's client id": { who: DELEGATION, refused: { 'client-not-yours': 'R5' } },
  'reusing a client id': { who: DELEGATION, refused: { 'client-not-yours': 'R5' } },
  "editing or deleting another's words": { who: DELEGATION, refused: { 'delete-not-yours': 'R6' } },
  'taking back accepted words': { who: DELEGATION, refused: { 'words-accepted': 'W16' } },
  'a delete set over the whole draft': { who: DELEGATION, refused: { 'delete-not-yours': 'R6' } },
  "un-bracketing another's words": {
    who: DELEGATION,
    refused: { 'delete-not-yours': 'R6', 'key-not-yours': 'R10' },
  },
  "anchors under another's prefix": { who: DELEGATION, refused: { 'key-not-yours': 'R10' } },
  "speaking in another's name": {
    who: DELEGATION,
    refused: { 'delete-not-yours': 'R6', 'key-not-yours': 'R10' },
  },
  "another's provisions": { who: DELEGATION, refused: { 'delete-not-yours': 'R6', 'key-not-yours': 'R10' } },
  'writing into a split or a join': {
    who: DELEGATION,
    refused: { 'insert-not-allowed': 'R10', 'key-not-yours': 'R10' },
  },
  "changing the look of another's words": { who: DELEGATION, refused: { 'insert-not-allowed': 'R10' } },
  'positions of others': {
    who: ['RUS', 'chair', 'secretariat'],
    refused: { 'delete-not-yours': 'R6', 'key-not-yours': 'R10' },
  },
  'rulings of others': {
    who: ['chair', 'secretariat'],
    refused: { 'delete-not-yours': 'R6', 'key-not-yours': 'R10', 'value-invalid': 'R10' },
  },
  'acts in the room': {
    who: ['RUS', 'chair'],
    refused: { 'delete-not-yours': 'R6', 'key-not-yours': 'R10', 'room-read-only': 'R3', 'value-invalid': 'R10' },
  },
  'writing where the role reads': { who: ['RUS', 'chair', 'observer'], refused: { 'room-read-only': 'R3' } },
  'garbage in every field': {
    who: ['RUS', 'chair'],
    refused: { 'update-malformed': 'R9', 'value-invalid': 'R10' },
  },
  'schema-breaking values': { who: ['RUS', 'chair'], refused: { 'value-invalid': 'R10' } },
  'root types': { who: ['RUS', 'chair'], refused: { 'root-unknown': 'R10' } },
  'pending structs that never complete': { who: DELEGATION, refused: { 'update-pending': 'R9' } },
  'small updates that cost much': { who: DELEGATION, refused: { 'update-malformed': 'R9' } },
  'replayed frames': { who: DELEGATION, refused: {} },
  'stale, altered, foreign, expired and revoked tokens': {
    who: ANYBODY,
    refused: { 'token-invalid': 'R1', 'token-expired': 'R1', 'token-revoked': 'R1' },
  },
  'alg: none': { who: ANYBODY, refused: { 'token-invalid': 'R1' } },
  'a token for another meeting': { who: ANYBODY, refused: { 'token-invalid': 'R1', 'room-unknown': 'R2' } },
  'a room that the role does not open': {
    who: ['observer', 'RUS', 'chair', 'secretariat'],
    refused: { 'room-forbidden': 'R3' },
  },
  'path tricks in room names': { who: ['chair'], refused: { 'room-unknown': 'R2' } },
  'Origin and Host forgery': { who: ['chair'], refused: { 'origin-foreign': 'R1', 'host-unknown': 'R1' } },
  'awareness that impersonates': { who: DELEGATION, refused: { 'presence-not-yours': 'R7' } },
  'awareness that grows': {
    who: DELEGATION,
    refused: { 'presence-too-large': 'R7', 'presence-malformed': 'R7' },
  },
  'awareness that floods': {
    who: ['EU'],
    refused: {},
    test: ['presence.test.ts', 'R7 an awareness that grows, floods or is broken'],
  },
  'frames of no protocol': { who: DELEGATION, refused: { 'bad-message': 'R2' } },
  'a 50 MB message': { who: DELEGATION, refused: { WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: 'R2' } },
  'compressed bombs': {
    who: [...DELEGATION, ...ANYBODY],
    refused: { WS_ERR_UNEXPECTED_RSV_1: 'R2', 'request-invalid': 'R14', 'request-too-large': 'R14' },
  },
  'floods of writes': { who: DELEGATION, refused: { 'too-many': 'R2' } },
  'a thousand rooms': {
    who: ['chair'],
    refused: {},
    test: ['hostile-line.test.ts', 'R2 a thousand rooms are opened and left'],
  },
  'a thousand connections at once': {
    who: ['EU'],
    refused: { 'too-many': 'R2' },
    test: ['admission-race.test.ts', 'R2 connections that come all at once'],
  },
  'half-open lines': {
    who: ['chair'],
    refused: { silent: 'R2' },
    test: ['hostile-line.test.ts', 'R2 a line that answers no ping'],
  },
  'slow readers': {
    who: ['chair'],
    refused: { 'slow-reader': 'R2' },
    test: ['hostile-line.test.ts', 'R2 a reader that does not read'],
  },
} as const satisfies Readonly<Record<string, Line>>;

export type Heading = keyof typeof TABLE;
