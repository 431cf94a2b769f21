import type { MeetingRequest } from '../../renderer/session/meetings/contract.ts';
import { CHAIR, type BracketId, type Code, type ProvisionId } from '../../shared/schema/ids.ts';

export const EU = 'EU' as Code;
export const MEX = 'MEX' as Code;
export const G77 = 'G77' as Code;
export const FIRST = 'CHAIR-000000000001' as ProvisionId;
export const SECOND = 'CHAIR-000000000002' as ProvisionId;
export const HELD = 'CHAIR-00000000000a' as BracketId;

/** Two paragraphs, one bracket over `national` in the first; the European Union and Mexico, the latter in a group. */
export const REQUEST: MeetingRequest = {
  title: 'Outcome of the meeting',
  symbol: 'A/CONF.192/TEST/1',
  language: 'en',
  person: 'Amina',
  draft: {
    title: '',
    symbol: '',
    language: 'en',
    provisions: [
      {
        id: FIRST,
        kind: 'operative',
        level: 0,
        text: 'States undertake to keep national registers of arms.',
        marks: [],
        proponent: CHAIR,
      },
      { id: SECOND, kind: 'operative', level: 0, text: 'States meet again in two years.', marks: [], proponent: CHAIR },
    ],
    brackets: [
      {
        id: HELD,
        kind: 'hold',
        pieces: [{ provision: FIRST, from: 25, to: 33, label: false }],
        proponent: CHAIR,
        supporters: [],
        keepers: [],
        opened: 1,
      },
    ],
  },
  delegations: [
    { code: EU, name: 'European Union', standing: 'member' },
    { code: MEX, name: 'Mexico', standing: 'member' },
  ],
  groups: [{ code: G77, name: 'Group of 77 and China', members: [MEX], asOf: '2026-01-01' }],
};
