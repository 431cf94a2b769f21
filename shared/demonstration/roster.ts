import type { Code } from '../schema/ids.ts';
import type { Delegation, Group } from '../schema/meeting.ts';

// Codes of invented States and groups; none is a code of a real one, so that no State is misrepresented.
export const ARV = 'ARV' as Code;
export const BMR = 'BMR' as Code;
export const CST = 'CST' as Code;
export const DOV = 'DOV' as Code;
export const EMK = 'EMK' as Code;
export const FER = 'FER' as Code;
export const GAD = 'GAD' as Code;
export const HVN = 'HVN' as Code;
export const ITR = 'ITR' as Code;
export const JOV = 'JOV' as Code;
export const KSI = 'KSI' as Code;
export const LMR = 'LMR' as Code;
export const MTV = 'MTV' as Code;
const NWI = 'NWI' as Code;
export const NG = 'NG' as Code;
export const CS = 'CS' as Code;
export const HG = 'HG' as Code;
export const FR = 'FR' as Code;

export const DELEGATIONS: readonly Delegation[] = [
  { code: ARV, name: 'Arvenia', standing: 'member' },
  { code: BMR, name: 'Belmora', standing: 'member' },
  { code: CST, name: 'Castaria', standing: 'member' },
  { code: DOV, name: 'Dovania', standing: 'member' },
  { code: EMK, name: 'Estmark', standing: 'member' },
  { code: FER, name: 'Feradia', standing: 'member' },
  { code: GAD, name: 'Galdoria', standing: 'member' },
  { code: HVN, name: 'Halvern', standing: 'member' },
  { code: ITR, name: 'Isteria', standing: 'member' },
  { code: JOV, name: 'Jorvia', standing: 'member' },
  { code: KSI, name: 'Kestral Islands', standing: 'member' },
  { code: LMR, name: 'Lomaria', standing: 'member' },
  { code: MTV, name: 'Montavia', standing: 'member' },
  { code: NWI, name: 'Norwick Islands', standing: 'observer' },
];

const AS_OF = '2026-06-01';

/** Two regional groups, a thematic one, and one made for this meeting. */
export const GROUPS: readonly Group[] = [
  { code: NG, name: 'Northern Group', members: [ARV, EMK, HVN, NWI], asOf: AS_OF },
  { code: CS, name: 'Coastal States', members: [BMR, ITR, KSI, LMR], asOf: AS_OF },
  { code: HG, name: 'Highland Group', members: [CST, FER, MTV], asOf: AS_OF },
  { code: FR, name: 'Friends of the Register', members: [ARV, DOV, KSI], asOf: '2026-06-09' },
];
