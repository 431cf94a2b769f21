import { describe, expect, test } from 'vitest';
import { chosenFrom, withoutInvitation, type Standing } from '../../renderer/views/chair/invitation-list.ts';
import { knownRoster } from '../../renderer/views/chair/known-roster.ts';
import type { IssuedInvitation } from '../../shared/sync/protocol/api.ts';
import type { Code } from '../../shared/schema/ids.ts';

const roster = await knownRoster();
const found = (query: string) => roster.matching(query).map(({ code }) => code as string);

describe('finding participants', () => {
  test.each([
    ['DPRK', 'PRK'],
    ['us', 'USA'],
    ['côte d', 'CIV'],
    ['المكسيك', 'MEX'],
    ['Россий', 'RUS'],
    ['holy', 'VAT'],
    ['巴勒斯坦', 'PSE'],
  ])('K11 %s finds %s first', (query, code) => expect(found(query)[0]).toBe(code));
  test('K11 part of a name finds all who have it, and nobody else', () => {
    expect(found('korea').toSorted()).toEqual(['KOR', 'PRK']);
    expect(found('atlantis')).toEqual([]);
  });
  test('K11 all Member States are there, each once', () => {
    expect(roster.states.length).toBe(193);
    expect(new Set(roster.states.map(({ code }) => code)).size).toBe(193);
  });
  test('K11 a whole group brings its members', () => {
    const caricom = roster.groups.find(({ code }) => code === 'CARICOM')!;
    expect(roster.membersOf(caricom).length).toBe(caricom.members.length);
  });
});

describe('invitations of a meeting', () => {
  const issued = (code: string, rest: Partial<IssuedInvitation> = {}): IssuedInvitation => ({
    id: `${code}${rest.revoked}`,
    role: 'delegation',
    code: code as Code,
    name: `Land of ${code}`,
    person: 'Zoë Ndiaye',
    expires: 1000,
    revoked: false,
    ...rest,
  });
  const seats = ['AAA', 'BBB', 'CCC', 'DDD'].map((code) => ({ code: code as Code, name: code }));
  const list = [
    issued('CHAIR', { role: 'chair' }),
    issued('AAA'),
    issued('BBB', { revoked: true }),
    issued('CCC', { expires: 100 }),
    issued('BBB', { person: 'Li Wei' }),
  ];
  const found = (words: string, standing: Standing | 'all') =>
    chosenFrom(list, { words, standing }, 500).map(({ code, person }) => `${code} ${person}`);

  test('K12 whoever holds none that works is invited', () => {
    expect(withoutInvitation(seats, list, 500).map(({ code }) => code)).toEqual(['CCC', 'DDD']);
  });
  test('K12 they are found by code, name and person, and by whether they still work', () => {
    expect(found('', 'in-force')).toEqual(['AAA Zoë Ndiaye', 'BBB Li Wei']);
    expect(found('', 'withdrawn')).toEqual(['BBB Zoë Ndiaye']);
    expect(found('', 'ended')).toEqual(['CCC Zoë Ndiaye']);
    expect(found('zoe', 'all')).toEqual(['AAA Zoë Ndiaye', 'BBB Zoë Ndiaye', 'CCC Zoë Ndiaye']);
    expect(found('LAND OF B', 'all')).toEqual(['BBB Zoë Ndiaye', 'BBB Li Wei']);
    expect(found('chair', 'all')).toEqual([]);
  });
});
