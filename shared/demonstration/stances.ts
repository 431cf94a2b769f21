import type { Code } from '../schema/ids.ts';
import type { Position, Stance, Target, VariantId } from '../schema/position.ts';
import { bracketId, paragraphId } from './compose.ts';
import { OUTCOME_BRACKETS } from './outcome.ts';
import { ARV, BMR, CS, CST, DOV, EMK, FER, FR, GAD, HG, HVN, ITR, JOV, KSI, LMR, MTV, NG } from './roster.ts';

type BracketName = keyof typeof OUTCOME_BRACKETS;

const idOf = (name: BracketName) => bracketId(name, OUTCOME_BRACKETS);
/** The words of a bracket, or its absence; for a choice the name of the variant. */
const on = (bracket: BracketName, variant: 'text' | 'none' | BracketName = 'text'): Target => ({
  type: 'variant',
  bracket: idOf(bracket),
  variant: variant === 'text' || variant === 'none' ? variant : (idOf(variant) as VariantId),
});
const whole = (name: string, by?: Code): Target => ({ type: 'provision', provision: paragraphId(name, by) });

interface Said {
  readonly by: readonly Code[];
  readonly stance: Stance;
  readonly target: Target;
  readonly reason?: string;
  readonly condition?: string;
  readonly conditionOn?: Position['conditionOn'];
  readonly floor?: boolean;
}

/** What delegations and groups said, in the order in which they said it. */
const SAID: readonly Said[] = [
  // A deadlock: with the words or without them, somebody cannot accept.
  { by: [LMR, KSI], stance: 'support', target: on('ammunition') },
  {
    by: [LMR],
    stance: 'object',
    target: on('ammunition', 'none'),
    reason: 'The harm is done by ammunition; the text must name it.',
  },
  {
    by: [HG],
    stance: 'object',
    target: on('ammunition'),
    reason: 'Ammunition is outside the mandate of this meeting.',
  },
  { by: [GAD], stance: 'object', target: on('ammunition'), reason: 'No agreed language mentions it here.' },
  { by: [NG], stance: 'accept', target: on('ammunition') },
  { by: [KSI], stance: 'support', target: on('ammunitionparts') },
  { by: [CST], stance: 'object', target: on('ammunitionparts') },
  // A landing zone: nobody objects to "encouraged".
  { by: [NG], stance: 'support', target: on('verb', 'verbcalled') },
  {
    by: [CST, GAD],
    stance: 'object',
    target: on('verb', 'verbcalled'),
    reason: 'Too strong for a meeting that reviews.',
  },
  { by: [NG, CS], stance: 'accept', target: on('verb', 'verbencouraged') },
  { by: [HG], stance: 'support', target: on('verb', 'verbencouraged') },
  { by: [ARV], stance: 'object', target: on('verb', 'verbinvited'), reason: 'Weaker than the last outcome.' },
  { by: [GAD], stance: 'support', target: on('verb', 'verbinvited') },
  // A lone objector.
  { by: [JOV], stance: 'object', target: on('brokeringlaw'), reason: 'Our law ends at our borders.' },
  { by: [NG, CS], stance: 'support', target: on('brokeringlaw') },
  { by: [FER, MTV], stance: 'accept', target: on('brokeringlaw') },
  { by: [JOV], stance: 'reserve', target: on('brokering'), reason: 'Awaiting instructions.' },
  {
    by: [CST],
    stance: 'object',
    target: on('brokering', 'none'),
    condition: 'if paragraph alt stands instead',
    conditionOn: { bracket: idOf('alttext'), variant: 'text' },
  },
  { by: [CST, FER], stance: 'support', target: whole('brokeringalt', CST) },
  {
    by: [NG],
    stance: 'object',
    target: whole('brokeringalt', CST),
    reason: 'It takes note where the last meeting decided.',
  },
  // Frequency of reports: two variants and no text.
  { by: [ARV, KSI], stance: 'support', target: on('report', 'reportannual') },
  { by: [FR], stance: 'support', target: on('report', 'reportannual') },
  {
    by: [MTV],
    stance: 'object',
    target: on('report', 'reportannual'),
    reason: 'Small administrations cannot report each year.',
  },
  { by: [CS], stance: 'support', target: on('report', 'reportbiennial') },
  { by: [NG], stance: 'accept', target: on('report', 'reportbiennial'), condition: 'if the template stays as it is' },
  { by: [ARV], stance: 'object', target: on('report', 'none') },
  // A proposal to delete, resisted.
  { by: [EMK], stance: 'object', target: on('wherein'), reason: 'It empties the paragraph.' },
  { by: [CST, MTV], stance: 'object', target: on('wherein', 'none'), reason: 'A condition for States with few means.' },
  { by: [DOV], stance: 'accept', target: on('wherein') },
  // Shall or should.
  { by: [LMR], stance: 'support', target: on('modal', 'modalshall') },
  { by: [HG], stance: 'object', target: on('modal', 'modalshall'), reason: 'The outcome is politically binding only.' },
  { by: [HG, GAD], stance: 'support', target: on('modal', 'modalshould') },
  { by: [NG], stance: 'accept', target: on('modal', 'modalshould') },
  { by: [CS], stance: 'reserve', target: on('modal', 'modalshould') },
  // Import marking, bound to assistance.
  { by: [KSI, ARV, LMR], stance: 'support', target: on('marking') },
  {
    by: [DOV],
    stance: 'object',
    target: on('marking'),
    reason: 'Costly without help.',
    condition: 'if the words on assistance stand',
    conditionOn: { bracket: idOf('overlapterms'), variant: 'text' },
  },
  { by: [MTV], stance: 'reserve', target: on('marking') },
  { by: [DOV], stance: 'support', target: on('overlapterms') },
  { by: [FER], stance: 'support', target: on('overlapfunds') },
  { by: [EMK], stance: 'object', target: on('overlapfunds'), reason: 'No open-ended promise of funds.' },
  { by: [BMR], stance: 'accept', target: on('overlapfunds') },
  // Who must not receive arms.
  { by: [ITR, GAD], stance: 'support', target: on('nonstate', 'nonstatenew') },
  { by: [BMR], stance: 'support', target: on('nonstate', 'nonstateold') },
  { by: [EMK], stance: 'object', target: on('nonstate', 'nonstatenew'), reason: 'The term has no agreed meaning.' },
  { by: [GAD], stance: 'accept', target: on('nonstate', 'nonstateold') },
  // Others, with few or no difficulties.
  { by: [CST, FER, MTV], stance: 'support', target: on('licit') },
  { by: [LMR], stance: 'object', target: on('licit'), reason: 'Diversion begins in the legal trade.' },
  { by: [GAD], stance: 'object', target: on('sovereign', 'none') },
  { by: [NG], stance: 'accept', target: on('sovereign') },
  { by: [CS], stance: 'accept', target: on('sovereign') },
  { by: [EMK, ARV, HVN], stance: 'support', target: on('women') },
  { by: [NG, CS], stance: 'support', target: on('womenequal') },
  { by: [GAD], stance: 'reserve', target: on('womenequal'), floor: true },
  { by: [MTV], stance: 'support', target: on('surplus') },
  { by: [CST], stance: 'object', target: on('surplusdestroy'), reason: 'Each State chooses its way of disposal.' },
  { by: [HVN], stance: 'support', target: on('surplusdestroy') },
  { by: [BMR, ITR, LMR], stance: 'support', target: on('border') },
  { by: [FER], stance: 'accept', target: on('border') },
  { by: [NG], stance: 'support', target: on('expert', 'expertone') },
  { by: [GAD], stance: 'object', target: on('expert', 'expertone'), reason: 'No new bodies.' },
  { by: [HG], stance: 'support', target: on('expert', 'experttwo') },
  { by: [CS, GAD], stance: 'accept', target: on('expert', 'experttwo') },
  { by: [JOV], stance: 'support', target: on('expert', 'none') },
  { by: [ARV], stance: 'object', target: on('expert', 'none') },
  { by: [GAD, CST], stance: 'support', target: on('followup') },
  {
    by: [ARV, KSI],
    stance: 'object',
    target: on('followup', 'none'),
    reason: 'Without follow-up the document is a letter of intent.',
  },
  { by: [KSI, LMR], stance: 'support', target: whole('stocksbis', KSI) },
  { by: [ARV], stance: 'accept', target: whole('stocksbis', KSI), floor: true },
  { by: [NG], stance: 'support', target: whole('conference') },
  { by: [CS], stance: 'accept', target: whole('meetings') },
  { by: [BMR], stance: 'accept', target: whole('tracing') },
  {
    by: [DOV],
    stance: 'reserve',
    target: whole('synergies'),
    reason: 'Awaiting instructions on the instruments named.',
  },
  { by: [CST], stance: 'object', target: on('synergyother'), reason: 'Not all States are party to them.' },
  { by: [CS], stance: 'support', target: on('synergyother') },
];

/** The positions that the demonstration meeting begins with, minutes apart, in order. */
export function outcomePositions(tabled: number): readonly Position[] {
  const start = tabled + 34 * 3_600_000;
  return SAID.flatMap(({ by, stance, target, reason, condition, conditionOn, floor }, place) =>
    by.map((delegation): Position => ({
      delegation,
      target,
      stance,
      ...(reason === undefined ? {} : { reason }),
      ...(condition === undefined ? {} : { condition }),
      ...(conditionOn === undefined ? {} : { conditionOn }),
      audience: 'room',
      source: floor === true ? 'floor' : 'national',
      at: start + place * 420_000,
    })),
  );
}
