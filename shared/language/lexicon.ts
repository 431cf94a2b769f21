import type { Strength } from './strength.ts';

// The words are those of resolutions and of the reports of biennial meetings; how binding each is follows the drafting
// guides of the United Nations (initiating verbs of preambular and operative paragraphs) and, for the modal verbs, ISO/IEC
// Directives, Part 2: *shall* requires, *should* recommends, *may* permits. English alone.

/** A verb by its forms. `noun`: the base or -s form is as often a noun, and counts as a verb only after a subject. */
export interface LexiconVerb {
  readonly strength: Strength;
  /** Forms that state: base, third person, past and participle of the passive. */
  readonly finite: readonly string[];
  /** The form in -ing, which states only where nothing else does. */
  readonly participle?: string;
  readonly noun?: boolean;
}

const regular = (strength: Strength, bases: string): LexiconVerb[] =>
  bases.split(' ').map((base) => {
    const stem = base.endsWith('e') ? base.slice(0, -1) : base;
    const past = base.endsWith('y') && !/[aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`;
    const third = /(s|sh|ch|x)$/.test(base)
      ? `${base}es`
      : past.endsWith('ied')
        ? `${base.slice(0, -1)}ies`
        : `${base}s`;
    return { strength, finite: [base, third, past], participle: `${stem}ing` };
  });
const verb = (strength: Strength, finite: string, participle?: string, noun = false): LexiconVerb => ({
  strength,
  finite: finite.split('|'),
  ...(participle ? { participle } : {}),
  ...(noun ? { noun } : {}),
});

export const VERBS: readonly LexiconVerb[] = [
  verb('undertaking', 'shall'),
  verb('undertaking', 'must'),
  verb('undertaking', 'will'),
  verb('undertaking', 'is required to|are required to|were required to'),
  verb('undertaking', 'undertake|undertakes|undertook', 'undertaking'),
  ...regular('undertaking', 'decide determine'),
  verb('undertaking', 'agree|agrees|agreed', 'agreeing'),
  verb('undertaking', 'commit|commits|committed', 'committing'),
  verb('undertaking', 'resolve|resolves|resolved', 'resolving', true),
  verb('undertaking', 'pledge|pledges|pledged', 'pledging', true),
  verb('undertaking', 'adopts'),
  verb('undertaking', 'establishes'),
  ...regular('urging', 'urge exhort insist'),
  verb('urging', 'call upon|calls upon|called upon', 'calling upon'),
  verb('urging', 'call on|calls on|called on', 'calling on'),
  verb('urging', 'call for|calls for|called for', 'calling for'),
  verb('urging', 'appeal to|appeals to|appealed to', 'appealing to'),
  verb('urging', 'request|requests|requested', 'requesting', true),
  verb('urging', 'demand|demands|demanded', 'demanding', true),
  verb('urging', 'strongly encourage|strongly encourages|strongly encouraged', 'strongly encouraging'),
  verb('inviting', 'should'),
  ...regular('inviting', 'encourage invite recommend suggest propose advise'),
  verb('considering', 'may'),
  ...regular('considering', 'consider discuss examine explore debate reflect endeavour'),
  verb('considering', 'study|studies|studied', 'studying', true),
  verb('considering', 'seek|seeks|sought', 'seeking'),
  verb('considering', 'strive|strives|strove', 'striving'),
  verb('considering', 'aim to|aims to|aimed to', 'aiming to'),
  verb('considering', 'exchange views|exchanged views', 'exchanging views'),
  ...regular(
    'noting',
    'recall reaffirm recognize recognise welcome underline acknowledge express stress emphasize emphasise reiterate ' +
      'commend observe underscore thank affirm appreciate condemn regret deplore',
  ),
  verb('noting', 'note|notes|noted', 'noting', true),
  verb('noting', 'highlight|highlights|highlighted', 'highlighting', true),
  verb('noting', 'take note|takes note|took note', 'taking note'),
  verb('noting', 'bear in mind|bears in mind|bore in mind', 'bearing in mind'),
  verb('noting', 'share the view|shares the view|shared the view', 'sharing the view'),
  verb('noting', 'remain concerned|remained concerned', 'concerned'),
  verb('noting', 'are concerned|is concerned', 'convinced'),
  verb('noting', 'are mindful', 'mindful'),
  verb('noting', 'are guided by', 'guided by'),
];

/** What a commitment comes down to where one of these is all that is undertaken. */
export const WEAK_OBJECTS: readonly string[] = [
  'consider',
  'explore',
  'examine',
  'study',
  'discuss',
  'endeavour',
  'seek',
  'strive',
  'aim',
  'reflect',
  'continue discussions',
  'continue to discuss',
  'continue to consider',
  'continue consultations',
];

/** Words that take from a commitment, longest first where one holds another. */
export const HEDGES: readonly string[] = [
  ...['as', 'where', 'when', 'if', 'wherever'].flatMap((word) =>
    ['appropriate', 'applicable', 'relevant', 'necessary', 'needed', 'possible', 'feasible', 'practicable'].map(
      (rest) => `${word} ${rest}`,
    ),
  ),
  'on a voluntary basis',
  'voluntarily',
  'voluntary',
  'to the extent possible',
  'to the extent feasible',
  'to the greatest extent possible',
  'as far as possible',
  'as far as practicable',
  'within existing resources',
  'within available resources',
  'subject to the availability of resources',
  'subject to available resources',
  'in a position to do so',
  'upon request',
  'if requested',
  'on mutually agreed terms',
  'at their discretion',
  'as they deem necessary',
  'taking into account national circumstances',
  'taking into consideration national circumstances',
  'in line with national priorities',
  ...['in accordance with', 'consistent with', 'subject to', 'in conformity with'].flatMap((word) =>
    ['law', 'laws', 'legislation', 'legal frameworks', 'regulations'].map((rest) => `${word} national ${rest}`),
  ),
  'adequate',
  'adequately',
  'appropriate',
  'relevant',
].sort((a, b) => b.length - a.length);
