/*
 * One catalog a language. English is part of the program; every key is one of its keys, so that a missing or
 * misspelt message is a type error. Messages lie by area, in ICU MessageFormat: `messages/<area>.en.ts`, and
 * `<language>/<area>.ts` for the others, which are read when they are chosen.
 */
import type { Language } from '../../shared/schema/draft.ts';
import { appEn } from './messages/app.en.ts';
import { boardEn } from './messages/board.en.ts';
import { chairEn } from './messages/chair.en.ts';
import { compareEn } from './messages/compare.en.ts';
import { draftingEn } from './messages/drafting.en.ts';
import { findingEn } from './messages/finding.en.ts';
import { positionsEn } from './messages/positions.en.ts';
import { readerEn } from './messages/reader.en.ts';
import { reasonsEn } from './messages/reasons.en.ts';
import { soundingEn } from './messages/sounding.en.ts';
import { deskEn } from './messages/desk.en.ts';
import { divisionEn } from './messages/division.en.ts';
import { roomEn } from './messages/room.en.ts';
import { startEn } from './messages/start.en.ts';
import { termsEn } from './messages/terms.en.ts';

export const ENGLISH = {
  ...appEn,
  ...termsEn,
  ...reasonsEn,
  ...startEn,
  ...divisionEn,
  ...deskEn,
  ...soundingEn,
  ...draftingEn,
  ...readerEn,
  ...chairEn,
  ...compareEn,
  ...boardEn,
  ...positionsEn,
  ...roomEn,
  ...findingEn,
};

export type MessageId = keyof typeof ENGLISH;
export type Catalog = Readonly<Record<MessageId, string>>;

/** The messages of one area in another language: all of its keys, none besides. */
export type AreaOf<English> = Readonly<Record<keyof English, string>>;

export async function loadCatalog(language: Language): Promise<Catalog> {
  switch (language) {
    case 'en':
      return ENGLISH;
    case 'fr':
      return (await import('./fr/catalog.ts')).catalog;
    case 'es':
      return (await import('./es/catalog.ts')).catalog;
    case 'ru':
      return (await import('./ru/catalog.ts')).catalog;
    case 'zh':
      return (await import('./zh/catalog.ts')).catalog;
    case 'ar':
      return (await import('./ar/catalog.ts')).catalog;
  }
}
