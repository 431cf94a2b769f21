import type { AreaOf } from '../catalog.ts';
import type { readerEn } from '../messages/reader.en.ts';

export const reader: AreaOf<typeof readerEn> = {
  'reader.title': 'القراءة',
  'reader.revision': 'التنقيح',
  'reader.published': 'نشر {when}',
  'reader.not-live': 'ليس النص الجاري',
  'reader.agreed':
    '{agreed, number} من {of, number} متفق عليها رهنا بالاستشارة، {open, plural, zero {ولا أقواس مفتوحة} one {وقوس واحد مفتوح} two {وقوسان مفتوحان} few {و# أقواس مفتوحة} many {و# قوسا مفتوحا} other {و# قوس مفتوح}}',
  'reader.contents': 'المحتويات',
  'reader.text': '{revision} من {symbol}',
  'reader.find': 'البحث في النص',
  'reader.found':
    '{count, plural, =0 {لم يوجد} zero {لم يوجد} one {{index, number} من {count, number}} two {{index, number} من {count, number}} few {{index, number} من {count, number}} many {{index, number} من {count, number}} other {{index, number} من {count, number}}}',
  'reader.find.next': 'التالي',
  'reader.find.previous': 'السابق',
  'reader.print': 'طباعة',
  'reader.cite': 'نسخ الإحالة',
  'reader.cite.number': 'نسخ الإحالة إلى {number}',
  'reader.cited': 'نسخ: {citation}',
  'reader.citation': '{symbol}، {revision}، الفقرة {number}',
  'reader.citation.whole': '{symbol}، {revision}',
  'reader.brackets':
    '{count, plural, =0 {بلا أقواس} zero {بلا أقواس} one {قوس واحد} two {قوسان} few {# أقواس} many {# قوسا} other {# قوس}}',
  'reader.hash': 'البصمة {hash}',
  'reader.hash.what': 'كل نسختين لهما البصمة نفسها لهما الكلمات نفسها.',
  'reader.sealed': 'مختومة',
  'reader.unsealed': 'لا تطابق ختمها',
  'reader.unsealed.what':
    'كلمات هذه النسخة ليست الكلمات التي أُخذت منها بصمتها. اطلب النسخة من الأمانة قبل الاعتماد عليها.',
  'reader.none.title': 'لم ينشر شيء بعد',
  'reader.none.observer': 'تعمل الوفود على النص. متى نشرت الرئاسة تنقيحا ظهر هنا من تلقاء نفسه.',
  'reader.none.chair': 'انشر Rev.1 من مكتب الرئاسة؛ فيقرؤه المراقبون والوفود هنا.',
  'reader.none.delegation': 'متى نشرت الرئاسة تنقيحا ظهر هنا من تلقاء نفسه.',
};
