import { isCode, type Code } from '../../schema/ids.ts';

/** ISO 3166 alpha-3 codes of the members and observer States of the United Nations. */
const STATES = new Set(
  (
    'AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB BRN BTN BWA ' +
    'CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH ' +
    'FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA ' +
    'JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX ' +
    'MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG ' +
    'POL PRK PRT PRY PSE QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR ' +
    'TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TZA UGA UKR URY USA UZB VAT VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE'
  ).split(' '),
);

/** How records shorten States and groups, in lower case without hyphens, and the code each stands for. */
const ALIASES = new Map<string, string>([
  ['us', 'USA'],
  ['united states', 'USA'],
  ['uk', 'GBR'],
  ['united kingdom', 'GBR'],
  ['russia', 'RUS'],
  ['russian federation', 'RUS'],
  ['rok', 'KOR'],
  ['republic of korea', 'KOR'],
  ['dprk', 'PRK'],
  ['nz', 'NZL'],
  ['new zealand', 'NZL'],
  ['swiss', 'CHE'],
  ['switzerland', 'CHE'],
  ['japan', 'JPN'],
  ['canada', 'CAN'],
  ['australia', 'AUS'],
  ['norway', 'NOR'],
  ['mexico', 'MEX'],
  ['brazil', 'BRA'],
  ['argentina', 'ARG'],
  ['cuba', 'CUB'],
  ['egypt', 'EGY'],
  ['iran', 'IRN'],
  ['india', 'IND'],
  ['china', 'CHN'],
  ['pakistan', 'PAK'],
  ['israel', 'ISR'],
  ['türkiye', 'TUR'],
  ['south africa', 'ZAF'],
  ['nigeria', 'NGA'],
  ['kenya', 'KEN'],
  ['venezuela', 'VEN'],
  ['holy see', 'VAT'],
  ['eu', 'EU'],
  ['european union', 'EU'],
  ['eu and its member states', 'EU'],
  ['g77', 'G77'],
  ['g77/china', 'G77'],
  ['g77 and china', 'G77'],
  ['nam', 'NAM_GROUP'],
  ['caricom', 'CARICOM'],
  ['mercosur', 'MERCOSUR'],
  ['asean', 'ASEAN'],
  ['aosis', 'AOSIS'],
  ['juscanz', 'JUSCANZ'],
  ['canz', 'CANZ'],
  ['pif', 'PIF'],
  ['ldcs', 'LDC'],
  ['african group', 'AFRICAN_GROUP'],
  ['arab group', 'ARAB_GROUP'],
]);

/** A name in an attribution: `known` when it can be nothing but a State or a group; else it merely looks like a code. */
export interface Party {
  readonly code: Code;
  readonly known: boolean;
}

/** Reads one name of an attribution (`US`, `G-77 and China`, `MEX`); `undefined` when it looks like none. */
export function readParty(name: string): Party | undefined {
  const plain = name.trim().replace(/\.$/u, '');
  const alias = ALIASES.get(plain.toLowerCase().replace(/^the /u, '').replace(/-/gu, ''));
  if (alias !== undefined && /^\p{Lu}|^the /u.test(plain)) return { code: alias as Code, known: true };
  if (STATES.has(plain)) return { code: plain as Code, known: true };
  return /^[A-Z][A-Z0-9]{1,6}$/u.test(plain) && isCode(plain) ? { code: plain, known: false } : undefined;
}
