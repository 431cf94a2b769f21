import type { AreaOf } from '../catalog.ts';
import type { soundingEn } from '../messages/sounding.en.ts';

export const sounding: AreaOf<typeof soundingEn> = {
  'sounding.test': 'جس نبض القاعة',
  'sounding.test.of': 'جس نبض القاعة: {wording}',
  'sounding.if-here': 'لو ورد {words} في {provision}، فما موقفكم؟',
  'sounding.if-without': 'لو خلت {provision} من {words}، فما موقفكم؟',
  'sounding.if-reads': 'لو كان نص {provision} هو {words}، فما موقفكم؟',
  'sounding.bar': 'الرئاسة تسأل',
  'sounding.bar.what': 'جوابكم لا يغير أي موقف ولا أي كلمة في النص.',
  'sounding.bar.keys': 'الأرقام من 1 إلى 5 للجواب، و0 لسحبه.',
  'sounding.answer': 'الجواب',
  'sounding.answered': 'تم الجواب: {stance}.',
  'sounding.taken-back': 'سُحب الجواب.',
  'sounding.shown': 'يُعرض جوابكم على',
  'sounding.asked-of': 'تُعرض الأجوبة على',
  'sounding.room': 'القاعة',
  'sounding.chair': 'الرئاسة وحدها',
  'sounding.ask': 'اسأل القاعة',
  'sounding.asked': 'طُرح السؤال على القاعة.',
  'sounding.free': 'لو كان النص …',
  'sounding.free.words': 'الصيغة المراد اختبارها',
  'sounding.free.what': 'لا يتغير شيء في المشروع بمجرد السؤال.',
  'sounding.free.place': 'بدلا من',
  'sounding.free.whole': 'الفقرة كلها',
  'sounding.open': 'قيد الاختبار في القاعة',
  'sounding.heard':
    'أجاب {answered, number} من {seats, plural, zero {# مقعد} one {مقعد واحد} two {مقعدين} few {# مقاعد} many {# مقعدا} other {# مقعد}}',
  'sounding.silent':
    '{count, plural, zero {لا أحد} one {واحد لم يجب} two {اثنان لم يجيبا} few {# لم يجيبوا} many {# لم يجيبوا} other {# لم يجيبوا}}: لا تأييد ولا اعتراض',
  'sounding.free-of-objections': 'لن يعترض أحد ممن أجابوا.',
  'sounding.objectors':
    '{count, plural, zero {{who}: اعتراض} one {{who}: اعتراض} two {{who}: اعتراض} few {{who}: اعتراض} many {{who}: اعتراض} other {{who}: اعتراض}}.',
  'sounding.rule': 'تسجيل القرار',
  'sounding.confirm': 'هل يُسجل أن نص {provision} هو {words}؟ سيتغير النص لدى الجميع.',
  'sounding.let-go': 'صرف النظر',
  'sounding.past': 'اختبرت من قبل ({count, number})',
  'sounding.ended.ruled': 'تلاه قرار',
  'sounding.ended.let-go': 'صُرف النظر عنه',
  'sounding.ended.moot': 'أُغلق بطريقة أخرى',
};
