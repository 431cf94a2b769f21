import { describe, expect, test } from 'vitest';
import { findByName } from '../../shared/roster/find.ts';
import { delegationOf, GROUPS, groupOf, PARTICIPANTS } from '../../shared/roster/known.ts';
import { plain } from '../../shared/roster/plain.ts';
import { LANGUAGES } from '../../shared/schema/draft.ts';
import { isCode } from '../../shared/schema/ids.ts';

const members = PARTICIPANTS.filter(({ standing }) => standing === 'member');
const size = (code: string) => GROUPS.find((group) => group.code === code)?.members.length;

describe('participants', () => {
  test('G1 193 Member States, by alpha-3 codes, each once', () => {
    expect(members.length).toBe(193);
    expect(members.every(({ code }) => /^[A-Z]{3}$/.test(code))).toBe(true);
    expect(new Set(PARTICIPANTS.map(({ code }) => code)).size).toBe(PARTICIPANTS.length);
    expect(PARTICIPANTS.every(({ code }) => isCode(code))).toBe(true);
  });
  test('G1 the Holy See, the State of Palestine and the European Union observe', () => {
    for (const code of ['VAT', 'PSE', 'EU', 'ICRC'])
      expect(PARTICIPANTS.find((one) => one.code === code)?.standing).toBe('observer');
  });
  test.each(LANGUAGES)('G2 everybody has a name of its own in %s, in its own script', (language) => {
    const names = PARTICIPANTS.map(({ names: all }) => all[language]);
    expect(new Set(names.map(plain)).size).toBe(names.length);
    const script = {
      ar: /^[\p{Script=Arabic}\s()-]+$/u,
      zh: /^\p{Script=Han}+$/u,
      ru: /^[\p{Script=Cyrillic}\s()’-]+$/u,
    }[language as string];
    const latin = /^[\p{Script=Latin}\s()’-]+$/u;
    for (const name of names) expect(name).toMatch(script ?? latin);
  });
  test('G2 the names are those of the United Nations, not those of the street', () => {
    const name = (code: string, language: (typeof LANGUAGES)[number]) =>
      PARTICIPANTS.find((one) => one.code === code)!.names[language];
    expect(name('CIV', 'en')).toBe('Côte d’Ivoire');
    expect(name('KOR', 'en')).toBe('Republic of Korea');
    expect(name('BOL', 'en')).toBe('Bolivia (Plurinational State of)');
    expect(name('TUR', 'en')).toBe('Türkiye');
    expect(name('BLR', 'fr')).toBe('Bélarus');
    expect(name('NZL', 'es')).toBe('Nueva Zelandia');
    expect(name('RUS', 'ru')).toBe('Российская Федерация');
    expect(name('GBR', 'zh')).toBe('大不列颠及北爱尔兰联合王国');
    expect(name('SYR', 'ar')).toBe('الجمهورية العربية السورية');
  });
});

describe('groups', () => {
  test('G3 the regional groups hold each Member State exactly once', () => {
    const regional = GROUPS.filter(({ kind }) => kind === 'regional').flatMap((group) => group.members);
    expect(regional.toSorted()).toEqual(members.map(({ code }) => code).toSorted());
  });
  test.each([
    ['AFRICAN_GROUP', 54],
    ['APG', 54],
    ['EEG', 23],
    ['GRULAC', 33],
    ['WEOG', 29],
    ['EU', 27],
    ['G77', 134],
    ['NAM_GROUP', 121],
    ['ARAB_GROUP', 22],
    ['CARICOM', 14],
    ['ASEAN', 11],
    ['PIF', 14],
    ['AOSIS', 37],
    ['JUSCANZ', 7],
    ['LDC', 44],
  ])('G3 %s has %i members', (code, count) => expect(size(code)).toBe(count));
  test('G3 no group goes by the code of a State or another participant, but for the European Union, which is both', () => {
    const known = new Set(PARTICIPANTS.map(({ code }) => code));
    expect(GROUPS.map(({ code }) => code).filter((code) => known.has(code))).toEqual(['EU']);
  });
  test('G3 every member is a participant, listed once; every list has its date and its six names', () => {
    const known = new Set(PARTICIPANTS.map(({ code }) => code));
    for (const { members: listed, asOf, names } of GROUPS) {
      expect(listed.filter((code) => !known.has(code))).toEqual([]);
      expect(new Set(listed).size).toBe(listed.length);
      expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(LANGUAGES.filter((language) => !names[language])).toEqual([]);
    }
  });
});

describe('names in records', () => {
  test.each([
    ['G-77 and China', 'G77'],
    ['G77/China', 'G77'],
    ['the US', 'USA'],
    ['U.S.', 'USA'],
    ['DPRK', 'PRK'],
    ['ROK', 'KOR'],
    ['Russia', 'RUS'],
    ["Côte d'Ivoire", 'CIV'],
    ['Cote d’Ivoire', 'CIV'],
    ['EU and its Member States', 'EU'],
    ['Lao PDR', 'LAO'],
    ['Venezuela', 'VEN'],
    ['Suisse', 'CHE'],
    ['المكسيك', 'MEX'],
    ['MEX', 'MEX'],
  ])('G4 %s is %s', (name, code) => expect(findByName(name)).toBe(code));
  test('G4 no name means two', () => {
    const seen = new Map<string, string>();
    for (const { code, names, aliases } of [...PARTICIPANTS, ...GROUPS]) {
      for (const name of [code, ...Object.values(names), ...aliases]) {
        expect(seen.get(plain(name)) ?? code).toBe(code);
        seen.set(plain(name), code);
      }
    }
  });
  test('G4 a name of nobody is nobody’s', () => expect(findByName('Atlantis')).toBeUndefined());
  test('G4 a roster is made in the meeting’s language', () => {
    expect(
      delegationOf(
        members.find(({ code }) => code === 'DEU')!,
        'fr',
      ),
    ).toEqual({ code: 'DEU', name: 'Allemagne', standing: 'member' });
    expect(
      groupOf(
        GROUPS.find(({ code }) => code === 'CANZ')!,
        'es',
      ),
    ).toMatchObject({ members: ['AUS', 'CAN', 'NZL'] });
  });
});
