import type { MeetingRequest } from '../../renderer/session/meetings/contract.ts';
import type { Bracket } from '../../shared/schema/bracket.ts';
import type { BracketId, Code, ProvisionId } from '../../shared/schema/ids.ts';
import type { Provision } from '../../shared/schema/provision.ts';

const c = (s: string) => s as Code;
const pid = (n: number) => `CHAIR-p${String(n).padStart(8, '0')}` as ProvisionId;
const P = (n: number, kind: Provision['kind'], level: number, text: string): Provision => ({
  id: pid(n),
  kind,
  level,
  text,
  marks: [],
  proponent: c('CHAIR'),
});
const provisions = [
  P(1, 'heading', 0, 'Preamble'),
  P(2, 'preambular', 0, 'Recalling the Programme of Action and its follow-up meetings,'),
  P(3, 'preambular', 0, 'Noting with concern the effects of diverted weapons on civilians,'),
  P(4, 'heading', 0, 'Marking and records'),
  P(
    5,
    'operative',
    0,
    'Urges Invites Member States, in accordance with national law, to mark every small arm at the time of manufacture;',
  ),
  P(6, 'operative', 0, 'Encourages States to keep records of marked arms for at least thirty years, and to that end:'),
  P(7, 'subparagraph', 1, 'to name a national point of contact;'),
  P(8, 'subparagraph', 1, 'to answer tracing requests within thirty days;'),
  P(9, 'operative', 0, 'Decides to convene a meeting of experts in [XXXX];'),
  P(10, 'operative', 0, 'Requests the Secretary-General to report on the implementation of this outcome.'),
];
let n = 0;
const B = (
  kind: Bracket['kind'],
  p: number,
  words: string,
  proponent: string,
  more: Partial<Bracket> = {},
): Bracket => {
  const provision = provisions[p - 1]!;
  const from = provision.text.indexOf(words);
  return {
    id: `${proponent}-b${String(++n).padStart(8, '0')}` as BracketId,
    kind,
    pieces: words ? [{ provision: provision.id, from, to: from + words.length, label: false }] : [],
    proponent: c(proponent),
    supporters: [],
    keepers: [],
    opened: Date.now() - n * 9e6,
    ...more,
  };
};
const choice = B('choice', 5, '', 'CHAIR');
const brackets = [
  choice,
  B('hold', 5, 'Urges ', 'EU', { variantOf: choice.id, supporters: [c('MEX')] }),
  B('hold', 5, 'Invites ', 'RUS', { variantOf: choice.id }),
  B('insert', 5, ', in accordance with national law,', 'IRN', { supporters: [c('RUS'), c('CHN')] }),
  B('delete', 6, 'for at least thirty years', 'NOR', { keepers: [c('MEX')] }),
  B('insert', 8, 'within thirty days', 'MEX'),
  B('placeholder', 9, '[XXXX]', 'CHAIR'),
];
const names: Record<string, string> = {
  MEX: 'Mexico',
  RUS: 'Russian Federation',
  IRN: 'Iran (Islamic Republic of)',
  CHN: 'China',
  NOR: 'Norway',
  EU: 'European Union',
  KEN: 'Kenya',
  USA: 'United States of America',
};

export const sample: MeetingRequest = {
  title: 'Draft outcome on marking and tracing',
  symbol: 'A/CONF.192/BMS/2026/CRP.1',
  language: 'en',
  person: 'Amina',
  draft: {
    title: 'Draft outcome on marking and tracing',
    symbol: 'A/CONF.192/BMS/2026/CRP.1',
    language: 'en',
    provisions,
    brackets,
  },
  delegations: Object.entries(names).map(([code, name]) => ({ code: c(code), name, standing: 'member' as const })),
  groups: [],
  positions: [
    {
      delegation: c('RUS'),
      target: { type: 'variant', bracket: choice.id, variant: brackets[1]!.id },
      stance: 'object',
      audience: 'room',
      source: 'national',
      at: Date.now(),
      reason: 'Marking is a national matter.',
    },
    {
      delegation: c('CHN'),
      target: { type: 'provision', provision: pid(6) },
      stance: 'reserve',
      audience: 'room',
      source: 'national',
      at: Date.now(),
    },
    {
      delegation: c('KEN'),
      target: { type: 'provision', provision: pid(5) },
      stance: 'support',
      audience: 'room',
      source: 'national',
      at: Date.now(),
    },
  ],
};
