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
  'view.history': 'السجل',
  'key.next-change': 'التغيير التالي',
  'key.previous-change': 'التغيير السابق',
  'key.who-wrote': 'من كتب هذا',
  'who.title': 'من كتب هذا',
  'who.none': 'لا كلمات هنا.',
  'who.unknown': 'لم يسم المرحل الكاتب',
  'who.time-unknown': 'الوقت غير معروف على هذا الجهاز',
  'who.revision': 'لأول مرة في {revision}',
  'who.no-revision': 'ليس في أي صيغة منقحة بعد',
  'history.none': 'السجل غير متاح لك.',
  'history.empty': 'لا تغيير من هذا النوع.',
  'history.by': 'من',
  'history.by.all': 'الجميع',
  'history.in': 'في',
  'history.in.all': 'في المشروع كله',
  'history.in.here': 'في {number} حيث أنت',
  'history.provision.unnumbered': 'بلا رقم',
  'history.reach.unasked': 'تجري قراءة السجل…',
  'history.reach.reading': 'تجري قراءة السجل…',
  'history.reach.whole': 'من يومية المرحل',
  'history.reach.kept': 'المرحل غير متاح. المعروف هنا حتى: {until}',
  'history.reach.own': 'مدون على هذا الجهاز',
  'history.steps': 'التغييرات',
  'history.text': 'المشروع بعد هذا التغيير',
  'history.previous': 'التغيير السابق',
  'history.next': 'التغيير التالي',
  'history.play': 'تشغيل',
  'history.pause': 'إيقاف مؤقت',
  'history.slider': 'الموضع في السجل',
  'history.at': 'التغيير {index} من {count}: {code}، {time}',
  'history.speed': 'السرعة',
  'history.speed.value': '{times}×',
  'history.what.in': 'في {numbers}',
  'history.what.provisions':
    '{count, plural, zero {لا أحكام} one {حكم واحد} two {حكمان} few {# أحكام} many {# حكما} other {# حكم}}',
  'history.what.opened':
    '{count, plural, zero {لم يفتح قوس} one {فتح قوس واحد} two {فتح قوسان} few {فتحت # أقواس} many {فتح # قوسا} other {فتح # قوس}}',
  'history.what.ruled':
    '{count, plural, zero {لم يبت في قوس} one {بت في قوس واحد} two {بت في قوسين} few {بت في # أقواس} many {بت في # قوسا} other {بت في # قوس}}',
  'history.what.withdrawn':
    '{count, plural, zero {لم يسحب قوس} one {سحب قوس واحد} two {سحب قوسان} few {سحبت # أقواس} many {سحب # قوسا} other {سحب # قوس}}',
  'since.title': 'منذ أن غادرت',
  'since.changed':
    '{count, plural, zero {لم يتغير حكم} one {تغير حكم واحد} two {تغير حكمان} few {تغيرت # أحكام} many {تغير # حكما} other {تغير # حكم}}',
  'since.new':
    '{count, plural, zero {لا جديد} one {حكم جديد واحد} two {حكمان جديدان} few {# أحكام جديدة} many {# حكما جديدا} other {# حكم جديد}}',
  'since.gone':
    '{count, plural, zero {لم يحذف حكم} one {حذف حكم واحد} two {حذف حكمان} few {حذفت # أحكام} many {حذف # حكما} other {حذف # حكم}}',
  'since.opened':
    '{count, plural, zero {لا أقواس} one {فتح قوس واحد} two {فتح قوسان} few {فتحت # أقواس} many {فتح # قوسا} other {فتح # قوس}}',
  'since.closed':
    '{count, plural, zero {لا أقواس} one {أغلق قوس واحد} two {أغلق قوسان} few {أغلقت # أقواس} many {أغلق # قوسا} other {أغلق # قوس}}',
  'since.mention':
    '{count, plural, zero {لا ذكر لك} one {ذكرت مرة واحدة} two {ذكرت مرتين} few {ذكرت # مرات} many {ذكرت # مرة} other {ذكرت # مرة}}',
  'since.at': '{index} من {count}',
  'since.done': 'اطلعت',
  'since.through': 'هذا كل ما جرى منذ أن غادرت.',
};
