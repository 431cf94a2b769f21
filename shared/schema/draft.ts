import type { Bracket } from './bracket.ts';
import type { Provision } from './provision.ts';

/** Languages a draft can be written in: the six of the United Nations. */
export const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The draft at one moment, as a plain value: what is printed, numbered, assessed and published.
 * Provisions stand in reading order without the hidden ones; every open bracket's pieces lie inside them.
 */
export interface Draft {
  readonly title: string;
  /** Document symbol, such as `A/CONF.192/BMS/2026/CRP.1`; empty where none was given. */
  readonly symbol: string;
  readonly language: Language;
  readonly provisions: readonly Provision[];
  /** Open brackets only, by the place where they start, outer before inner. */
  readonly brackets: readonly Bracket[];
}
