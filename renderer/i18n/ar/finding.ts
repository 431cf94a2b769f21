import type { AreaOf } from '../catalog.ts';
import type { findingEn } from '../messages/finding.en.ts';

export const finding: AreaOf<typeof findingEn> = {
  'key.find': 'البحث في النص',
  'find.title': 'البحث في النص',
  'find.whole': 'كلمات كاملة فقط',
  'find.count': '{count, plural, =0 {لا نتائج} other {{index} من {count}}}',
  'find.previous': 'النتيجة السابقة',
  'find.next': 'النتيجة التالية',
  'find.close': 'إغلاق',
  'find.replace.open': 'استبدال',
  'find.replace.with': 'الاستبدال بـ',
  'find.replace.one': 'استبدال',
  'find.replace.all': 'استبدال الكل',
  'find.replaced':
    '{count, plural, =0 {لم يستبدل شيء} zero {لم يستبدل شيء} one {استبدل موضع واحد} two {استبدل موضعان} few {استبدلت # مواضع} many {استبدل # موضعا} other {استبدل # موضع}}',
  'find.agreed':
    '{count, plural, zero {لا نتائج في أحكام متفق عليها.} one {نتيجة واحدة في حكم متفق عليه بشرط الاستشارة. استبدالها يعيد فتح الحكم.} two {نتيجتان في أحكام متفق عليها بشرط الاستشارة. استبدالهما يعيد فتحها.} few {# نتائج في أحكام متفق عليها بشرط الاستشارة. استبدالها يعيد فتحها.} many {# نتيجة في أحكام متفق عليها بشرط الاستشارة. استبدالها يعيد فتحها.} other {# نتيجة في أحكام متفق عليها بشرط الاستشارة. استبدالها يعيد فتحها.}}',
  'find.agreed.replace': 'استبدال هناك أيضا',
  'find.agreed.leave': 'تركها',
  'nest.title': 'الأقواس حول المؤشر',
  'nest.select': 'تحديد كلماته',
};
