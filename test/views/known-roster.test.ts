import { describe, expect, test } from 'vitest';
import { listed, withoutInvitation, type ListedInvitation } from '../../renderer/views/chair/invitation-list.ts';
import { knownRoster } from '../../renderer/views/chair/known-roster.ts';
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
  test('K11 a whole group brings its members', () => {
    const caricom = roster.groups.find(({ code }) => code === 'CARICOM')!;
    expect(roster.membersOf(caricom).length).toBe(caricom.members.length);
  });
});

describe('invitations made at once', () => {
  const invitation = (code: string, revoked = false, token = code): ListedInvitation => ({
    code: code as Code,
    name: code,
    person: code,
    role: 'delegation',
    token,
    link: '',
    expires: 1,
    revoked,
  });
  const seats = ['AAA', 'BBB', 'CCC'].map((code) => ({ code: code as Code, name: code }));
  test('K12 whoever holds none that works is invited', () => {
    const list = [invitation('AAA'), invitation('BBB', true)];
    expect(withoutInvitation(seats, list).map(({ code }) => code)).toEqual(['BBB', 'CCC']);
  });
  test('K12 a renewed one takes the place of the one before', () => {
    const list = listed([invitation('AAA'), invitation('BBB')], invitation('AAA', false, 'new'));
    expect(list.map(({ token }) => token)).toEqual(['new', 'BBB']);
  });
});
