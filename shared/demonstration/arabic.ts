import type { Draft } from '../schema/draft.ts';
import { composeDraft, italic, within, type BracketPlan, type ParagraphPlan } from './compose.ts';
import { ARV, CST, GAD, KSI, LMR } from './roster.ts';

const BRACKETS = {
  year: { kind: 'placeholder' },
  ammunition: { kind: 'hold', by: LMR, supporters: [KSI], after: 3 },
  ammunitionparts: { kind: 'hold', by: KSI, after: 4 },
  verb: { kind: 'choice', bare: true, after: 7 },
  verbcalled: { kind: 'hold', variantOf: 'verb', by: ARV, after: 7 },
  verbencouraged: { kind: 'hold', variantOf: 'verb', by: CST, after: 7 },
  report: { kind: 'choice', bare: true, noText: true, after: 10 },
  reportannual: { kind: 'hold', variantOf: 'report', by: ARV, after: 10 },
  reportbiennial: { kind: 'hold', variantOf: 'report', by: GAD, after: 10 },
  border: { kind: 'insert', by: KSI, supporters: [LMR], after: 20 },
  means: { kind: 'delete', by: ARV, keepers: [CST], after: 21 },
} as const satisfies Readonly<Record<string, BracketPlan>>;

const PARAGRAPHS: readonly ParagraphPlan[] = [
  { name: 'arh1', kind: 'heading', parts: ['أسس مشتركة'] },
  {
    name: 'armet',
    kind: 'operative',
    parts: [italic('اجتمعت الدول'), ' في حزيران/يونيه ', ...within('year', '20XX'), ' للنظر في تنفيذ برنامج العمل.'],
  },
  {
    name: 'arharm',
    kind: 'operative',
    parts: [
      italic('وأعربت الدول عن قلقها'),
      ' لأن الاتجار غير المشروع بالأسلحة الصغيرة',
      ...within('ammunition', ' وذخائرها', ...within('ammunitionparts', '، بما في ذلك أجزاؤها ومكوناتها،')),
      ' يطيل أمد النزاعات ويعيق التنمية.',
    ],
  },
  {
    name: 'arprimary',
    kind: 'operative',
    parts: [italic('وشددت الدول'), ' على أن المسؤولية الأولى تقع على عاتق الحكومات.'],
  },
  { name: 'arh2', kind: 'heading', parts: ['التدابير الوطنية'] },
  {
    name: 'arlaws',
    kind: 'operative',
    parts: [
      italic('و'),
      ...within('verbcalled', 'دعت'),
      ...within('verbencouraged', 'شجعت'),
      ' الدول التي لم توائم قوانينها مع برنامج العمل بعد إلى أن تفعل ذلك.',
    ],
  },
  {
    name: 'arreports',
    kind: 'operative',
    parts: [
      italic('وتعهدت الدول'),
      ' بتقديم تقرير وطني ',
      ...within('reportannual', 'كل سنة'),
      ...within('reportbiennial', 'كل سنتين'),
      '.',
    ],
  },
  { name: 'arstocks', kind: 'operative', parts: [italic('واتفقت الدول'), ' على تأمين مخزوناتها، ومن أجل ذلك:'] },
  { name: 'arstocksa', kind: 'subparagraph', level: 1, parts: ['أن تراجع بانتظام من يصل إليها؛'] },
  {
    name: 'arstocksb',
    kind: 'subparagraph',
    level: 1,
    parts: ['أن تحدد الفائض منها', ...within('means', '، في حدود ما لديها من موارد،'), ' وتتصرف فيه بمسؤولية.'],
  },
  {
    name: 'arstocksbis',
    kind: 'operative',
    relation: { type: 'insertAfter', to: 'arstocks' },
    parts: [italic('واتفقت الدول أيضا'), ' على مساعدة أي دولة تطلب ذلك.'],
  },
  { name: 'arh3', kind: 'heading', parts: ['التعاون'] },
  {
    name: 'arborders',
    kind: 'operative',
    parts: [
      italic('وشجعت الدول'),
      ' البلدان المتجاورة على تبادل المعلومات عن طرق التهريب',
      ...within('border', '، برا وبحرا،'),
      ' وعلى إجراء تدريبات مشتركة.',
    ],
  },
];

/** A short Arabic draft of our own writing, to see the program from right to left. */
export function arabicDraft(tabled: number): Draft {
  return composeDraft({
    title: 'مشروع الوثيقة الختامية لاجتماع الدول',
    symbol: 'DEMO/BMS/2026/CRP.1/AR',
    language: 'ar',
    brackets: BRACKETS,
    paragraphs: PARAGRAPHS,
    tabled,
  });
}
