import type { AreaOf } from '../catalog.ts';
import type { compareEn } from '../messages/compare.en.ts';

export const compare: AreaOf<typeof compareEn> = {
  'view.compare': 'مقارنة',
  'compare.bar': 'ما تجري مقارنته وكيف يعرض',
  'compare.from': 'المقارنة من',
  'compare.to': 'المقارنة مع',
  'compare.live': 'النص الجاري',
  'compare.live.now': 'النص الجاري كما هو الآن',
  'compare.published': '{name}، نشر {when}',
  'compare.text': '{to} مقارنة بـ {from}',
  'compare.shape': 'طريقة العرض',
  'compare.unified': 'نص واحد',
  'compare.beside': 'جنبا إلى جنب',
  'compare.filter': 'أي تغييرات',
  'compare.filter.all': 'كل التغييرات',
  'compare.filter.words': 'كلمات معدلة',
  'compare.filter.brackets': 'الأقواس',
  'compare.filter.places': 'نقل وتقسيم وضم',
  'compare.folded': 'التغييرات وحدها',
  'compare.count':
    '{count, plural, zero {لا تغييرات} one {تغيير واحد} two {تغييران} few {# تغييرات} many {# تغييرا} other {# تغيير}}',
  'compare.at': 'التغيير {index, number} من {count, number}',
  'compare.print': 'طباعة',
  'compare.list': 'الأحكام المعدلة',
  'compare.row':
    '{count, plural, zero {لا تغييرات} one {تغيير واحد} two {تغييران} few {# تغييرات} many {# تغييرا} other {# تغيير}}',
  'compare.new': 'جديد',
  'compare.gone': 'أخرج من النص',
  'compare.moved': 'نقل إلى هنا',
  'compare.left': 'نقل من هنا، وهو الآن {number}',
  'compare.was': 'كان {number}',
  'compare.of': '{name}، {number}',
  'compare.split': 'فصل عن {number}',
  'compare.joined': 'ضم إلى {number}',
  'compare.recast': 'أصبح: {kind}',
  'compare.opened':
    '{count, plural, zero {لم يفتح قوس} one {فتح قوس واحد} two {فتح قوسان} few {فتحت # أقواس} many {فتح # قوسا} other {فتح # قوس}}',
  'compare.opened.by':
    '{count, plural, zero {لم يفتح قوس} one {قوس واحد فتحه {codes}} two {قوسان فتحهما {codes}} few {# أقواس فتحها {codes}} many {# قوسا فتحها {codes}} other {# قوس فتحها {codes}}}',
  'compare.closed':
    '{count, plural, zero {لم يغلق قوس} one {أغلق قوس واحد} two {أغلق قوسان} few {أغلقت # أقواس} many {أغلق # قوسا} other {أغلق # قوس}}',
  'compare.closed.ruling':
    '{count, plural, zero {لم يغلق قوس} one {أغلق قوس واحد بقرار {when}} two {أغلق قوسان، آخر قرار {when}} few {أغلقت # أقواس، آخر قرار {when}} many {أغلق # قوسا، آخر قرار {when}} other {أغلق # قوس، آخر قرار {when}}}',
  'compare.agreed': 'متفق عليها رهنا بالاستشارة، {when}',
  'compare.drift': 'اللغة: “{before}” ← “{after}”، {drift}',
  'compare.unchanged':
    '{count, plural, zero {لا أحكام دون تغيير} one {حكم واحد دون تغيير} two {حكمان دون تغيير} few {# أحكام دون تغيير} many {# حكما دون تغيير} other {# حكم دون تغيير}}',
  'compare.told.struck': 'شطب “\u2068{struck}\u2069”',
  'compare.told.inserted': 'أدرج “\u2068{inserted}\u2069”',
  'compare.told.replaced': 'استعيض عن “\u2068{struck}\u2069” بـ “\u2068{inserted}\u2069”',
  'compare.none.title': 'لا شيء للمقارنة بعد',
  'compare.none': 'يمكن مقارنة حالتين من النص ما إن ينشر أول تنقيح.',
  'compare.none.observer': 'حين ينشر تنقيح ثان تمكن مقارنته بالأول.',
  'compare.alike': 'النصان متطابقان.',
  'compare.no-match': 'لا تغيير من هذا النوع.',
  'compare.sum.reworded':
    '{count, plural, zero {لا أحكام معدلة الصياغة} one {حكم واحد معدل الصياغة} two {حكمان معدلا الصياغة} few {# أحكام معدلة الصياغة} many {# حكما معدل الصياغة} other {# حكم معدل الصياغة}}',
  'compare.sum.added':
    '{count, plural, zero {لا جديد} one {واحد جديد} two {اثنان جديدان} few {# جديدة} many {# جديدا} other {# جديد}}',
  'compare.sum.gone':
    '{count, plural, zero {لم يخرج شيء} one {أخرج واحد} two {أخرج اثنان} few {أخرجت #} many {أخرج #} other {أخرج #}}',
  'compare.sum.moved':
    '{count, plural, zero {لم ينقل شيء} one {نقل واحد} two {نقل اثنان} few {نقلت #} many {نقل #} other {نقل #}}',
  'compare.sum.split':
    '{count, plural, zero {لم يفصل شيء} one {فصل واحد} two {فصل اثنان} few {فصلت #} many {فصل #} other {فصل #}}',
  'compare.sum.joined':
    '{count, plural, zero {لم يضم شيء} one {ضم واحد} two {ضم اثنان} few {ضمت #} many {ضم #} other {ضم #}}',
  'compare.sum.weaker':
    '{count, plural, zero {لا لغة أضعف} one {لغة أضعف في حكم واحد} two {لغة أضعف في حكمين} few {لغة أضعف في # أحكام} many {لغة أضعف في # حكما} other {لغة أضعف في # حكم}}',
  'compare.sum.stronger':
    '{count, plural, zero {لا لغة أقوى} one {لغة أقوى في حكم واحد} two {لغة أقوى في حكمين} few {لغة أقوى في # أحكام} many {لغة أقوى في # حكما} other {لغة أقوى في # حكم}}',
  'compare.with': 'مقارنة',
  'compare.with.name': 'مقارنة {name} بنص آخر',
};
