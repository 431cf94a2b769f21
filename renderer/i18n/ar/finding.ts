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
  'lines.show': 'أرقام الأسطر',
  'rendering.title': 'طريقة العرض',
  'rendering.attributed': 'بالمقترحين',
  'rendering.unattributed': 'بلا مقترحين',
  'rendering.clean': 'نص نظيف',
  'rendering.clean.text': 'النص النظيف من {symbol}',
  'rendering.chooser': 'ما يرد في كل قوس',
  'rendering.chooser.lead': 'معاينة على هذه الشاشة وحدها. يظهر في كل قوس نص لا يعترض عليه أحد، ما لم تختر غيره.',
  'rendering.chooser.reset':
    '{count, plural, zero {التراجع عن اختياراتك} one {التراجع عن اختيارك} two {التراجع عن اختياريك} few {التراجع عن # اختيارات} many {التراجع عن # اختيارا} other {التراجع عن # اختيار}}',
  'rendering.chooser.none': 'لا أقواس في هذا الحكم.',
};
