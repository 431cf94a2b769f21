import type * as Y from 'yjs';
import { LANGUAGES, type Language } from '../../../shared/schema/draft.ts';
import { isCode, type Code, type MeetingId } from '../../../shared/schema/ids.ts';
import type { Delegation, Group, MeetingProfile } from '../../../shared/schema/meeting.ts';
import type { Observed } from '../contract.ts';
import { ROOTS } from '../rooms.ts';
import { entryOf, listOf, numberOf, wordsOf } from './decode.ts';
import { keep } from './observed.ts';

/** What the room knows about its meeting: room `chair`. */
export interface RosterStore {
  readonly profile: Observed<MeetingProfile>;
  readonly delegations: Observed<readonly Delegation[]>;
  readonly groups: Observed<readonly Group[]>;
  setSecondWindow(window: number | undefined): void;
  edit(roster: { readonly delegations: readonly Delegation[]; readonly groups: readonly Group[] }): void;
  stop(): void;
}

const EDIT_ROSTER = Symbol('edit roster');

/** `meeting` names the profile until the room's own has arrived. */
export function openRoster(doc: Y.Doc, meeting: MeetingId): RosterStore {
  const roots = [doc.getMap(ROOTS.profile), doc.getMap(ROOTS.delegations), doc.getMap(ROOTS.groups)] as const;
  const [profileRoot, delegationsRoot, groupsRoot] = roots;
  const profile = keep(readProfile(profileRoot, meeting));
  const delegations = keep(readAll(delegationsRoot, decodeDelegation));
  const groups = keep(readAll(groupsRoot, decodeGroup));
  const watches: readonly (readonly [Y.Map<unknown>, () => void])[] = [
    [profileRoot, () => profile.set(readProfile(profileRoot, meeting))],
    [delegationsRoot, () => delegations.set(readAll(delegationsRoot, decodeDelegation))],
    [groupsRoot, () => groups.set(readAll(groupsRoot, decodeGroup))],
  ];
  for (const [root, read] of watches) root.observe(read);
  return {
    profile,
    delegations,
    groups,
    setSecondWindow: (window) =>
      doc.transact(() => {
        if (window === undefined) profileRoot.delete('secondWindow');
        else profileRoot.set('secondWindow', window);
      }, EDIT_ROSTER),
    edit: (roster) =>
      doc.transact(() => {
        replaceAll(delegationsRoot, roster.delegations);
        replaceAll(groupsRoot, roster.groups);
      }, EDIT_ROSTER),
    stop: () => {
      for (const [root, read] of watches) root.unobserve(read);
    },
  };
}

/** Writes the entries that differ and takes out those that are gone. */
export function replaceAll(root: Y.Map<unknown>, entries: readonly { readonly code: Code }[]): void {
  const codes = new Set<string>(entries.map((entry) => entry.code));
  for (const code of root.keys()) if (!codes.has(code)) root.delete(code);
  for (const entry of entries) {
    const { code, ...value } = entry;
    if (JSON.stringify(root.get(code)) !== JSON.stringify(value)) root.set(code, value);
  }
}

/** Writes a meeting's profile, once, when it is made. */
export function writeProfile(doc: Y.Doc, profile: Omit<MeetingProfile, 'id'>): void {
  const root = doc.getMap(ROOTS.profile);
  for (const [key, value] of Object.entries(profile)) root.set(key, value);
}

function readProfile(root: Y.Map<unknown>, meeting: MeetingId): MeetingProfile {
  const language = root.get('language');
  const secondWindow = numberOf(root.get('secondWindow'));
  return {
    id: meeting,
    title: wordsOf(root.get('title')) ?? '',
    symbol: wordsOf(root.get('symbol')) ?? '',
    language: isLanguage(language) ? language : 'en',
    ...(secondWindow !== undefined && secondWindow > 0 && { secondWindow }),
  };
}

function readAll<Value>(
  root: Y.Map<unknown>,
  decode: (code: Code, value: unknown) => Value | undefined,
): readonly Value[] {
  return [...root.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, value]) => (isCode(code) ? (decode(code, value) ?? []) : []));
}

function decodeDelegation(code: Code, value: unknown): Delegation | undefined {
  const entry = entryOf(value);
  if (!entry) return undefined;
  return {
    code,
    name: wordsOf(entry['name']) ?? code,
    standing: entry['standing'] === 'observer' ? 'observer' : 'member',
  };
}

function decodeGroup(code: Code, value: unknown): Group | undefined {
  const entry = entryOf(value);
  if (!entry) return undefined;
  return {
    code,
    name: wordsOf(entry['name']) ?? code,
    members: listOf(entry['members']).filter((member) => typeof member === 'string' && isCode(member)) as Code[],
    asOf: wordsOf(entry['asOf']) ?? '',
  };
}

function isLanguage(language: unknown): language is Language {
  return (LANGUAGES as readonly unknown[]).includes(language);
}
