import type { Reason } from './assessment.ts';

/** The rule by which each reason is given, as `RULES.md` numbers it: what a screen names where it is asked why. */
export const REASON_RULES = {
  'provision-objected': 'C3',
  'bracket-deadlocked': 'C4',
  'lone-objector': 'C5',
  'insisted-on': 'C7',
  reserved: 'C3',
  'brackets-open': 'C3',
  'landing-zone': 'C6',
  keystone: 'C8',
  conditional: 'P8',
  'implied-bracket': 'C10',
  'open-since': 'C9',
  'changed-since-ad-ref': 'P10',
  'reopened-by-ruling': 'P9',
} as const satisfies Readonly<Record<Reason['type'], string>>;
