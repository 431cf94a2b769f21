import type { AreaOf } from '../catalog.ts';
import type { startEn } from '../messages/start.en.ts';

export const start: AreaOf<typeof startEn> = {
  'start.statement': 'نص واحد، وكل قوس في موضعه.',
  'start.lead':
    'تتفاوض الوفود معا على وثيقة ختامية. وترى الرئاسة في كل لحظة الأحكام التي تحول دون توافق الآراء، وما الذي يذلل العقبات.',
  'start.ways': 'سبل الدخول إلى اجتماع',
  'start.working': 'لحظة من فضلك…',

  'start.demo.title': 'تصفح الاجتماع الإيضاحي',
  'start.demo.lead':
    'مشروع متخيل عن الأسلحة الصغيرة، بأقواس من كل نوع ومواقف نحو اثني عشر وفدا. الرئاسة لك؛ ولا أحد فيه ما لم تدعه.',
  'start.demo.open': 'فتح الاجتماع الإيضاحي',

  'start.make.title': 'إنشاء اجتماع من ملف',
  'start.make.lead':
    'نص عادي أو Markdown. تصبح الأقواس المعقوفة أقواسا يتفاوض عليها. وترى ما قرئ وما تعذرت قراءته قبل إنشاء أي شيء.',
  'start.make.choose': 'اختيار ملف',

  'start.join.title': 'الانضمام بدعوة',
  'start.join.lead': 'ترسلها الرئاسة رابطا، وفيها باسم أي وفد تتكلم.',
  'start.join.field': 'رابط الدعوة',
  'start.join.hint': 'ألصق الرابط هنا',
  'start.join.go': 'انضمام',
  'start.join.none': 'لا توجد دعوة في هذا النص. الدعوة هي الرابط الطويل الذي أرسلته الرئاسة؛ ألصقه كاملا.',
  'start.join.expired': 'انقضت مدة هذه الدعوة في {date}. اطلب من الرئاسة دعوة جديدة.',
  'start.join.as': 'ستنضم بصفة {role}: {name} ({code})، {person}.',
  'start.join.joining': 'جار الانضمام إلى الاجتماع…',
  'start.join.failed': 'لم تنضم إلى الاجتماع.',

  'start.kept.title': 'على هذا الجهاز',
  'start.kept.none': 'تدرج هنا الاجتماعات التي تفتحها. وكل ما كتبته فيها محفوظ على هذا الجهاز، لتواصل العمل بلا شبكة.',
  'start.kept.as': '{role}، {code}',
  'start.kept.opened': 'فتح {when}',
  'start.kept.open': 'فتح \u2068{title}\u2069',
  'start.kept.forget': 'إزالة \u2068{title}\u2069 من هذا الجهاز',
  'start.kept.sure': 'أتزيله، ومعه ما لم يتسلمه المرحّل؟',
  'start.kept.remove': 'إزالة',
  'start.kept.keep': 'إبقاء',

  'start.specimen.title': 'كيف يقرأ المشروع',
  'start.specimen.number': '١٢ -',
  'start.specimen.text.urges': 'تحث',
  'start.specimen.text.invites': 'تدعو',
  'start.specimen.text.states': 'الدول الأعضاء إلى وسم كل سلاح',
  'start.specimen.text.insert': 'وقت صنعه',
  'start.specimen.text.records': 'وإلى حفظ السجلات',
  'start.specimen.text.delete': 'ثلاثين عاما على الأقل',
  'start.specimen.text.end': '؛',
  'start.specimen.choice': 'اختيار. تبقى صيغة واحدة.',
  'start.specimen.insert': 'كلمات اقترحتها المكسيك وأيدها اثنان. لا يغيرها سواها.',
  'start.specimen.plain': 'ما كان بلا أقواس متفق عليه حتى الآن.',
  'start.specimen.delete': 'كلمات ترى النرويج حذفها. تبقى إلى أن تبت الرئاسة فيها.',

  'report.title': 'قرئ من {name}',
  'report.provisions': '{count, plural, zero {أحكام} one {حكم} two {حكمان} few {أحكام} many {حكما} other {حكم}}',
  'report.brackets': '{count, plural, zero {أقواس} one {قوس} two {قوسان} few {أقواس} many {قوسا} other {قوس}}',
  'report.words': '{count, plural, zero {كلمات} one {كلمة} two {كلمتان} few {كلمات} many {كلمة} other {كلمة}}',
  'report.kinds': 'الأقواس بحسب النوع',
  'report.variants': 'صيغ للاختيار',
  'report.imbalance':
    '{count, plural, =0 {لكل قوس قرينه} zero {لكل قوس قرينه} one {قوس واحد بلا قرين} two {قوسان بلا قرين} few {# أقواس بلا قرين} many {# قوسا بلا قرين} other {# قوس بلا قرين}}',
  'report.imbalance.what':
    'تبقى في النص كما هي. لم يسقط شيء، ويعيد التصدير الحروف نفسها. صححها في المشروع متى عرفت القاعة المقصود.',
  'report.imbalance.none': 'لم يسقط شيء؛ ويعيد التصدير الحروف نفسها.',
  'report.unread':
    '{count, plural, zero {لم يتعذر شيء} one {تعذرت قراءة اقتراح واحد بشأن بنية المشروع} two {تعذرت قراءة اقتراحين بشأن بنية المشروع} few {تعذرت قراءة # اقتراحات بشأن بنية المشروع} many {تعذرت قراءة # اقتراحا بشأن بنية المشروع} other {تعذرت قراءة # اقتراح بشأن بنية المشروع}}',
  'report.unread.what': 'تبقى في النص كلمات كما هي. أعد اقتراحها في المشروع.',
  'unread.shape-form': 'صيغة غير معروفة',
  'unread.shape-target': 'لا يسمي حكما بعينه في هذا النص',
  'report.line': 'السطر',
  'report.column': 'العمود',
  'report.reason': 'ما ينقص',
  'report.around': 'في النص',
  'report.more':
    '{count, plural, zero {لا غيرها} one {وواحد غيرها} two {واثنان غيرها} few {و# غيرها} many {و# غيرها} other {و# غيرها}}',
  'report.as-read': 'الأحكام كما قرئت',
  'report.meeting': 'الاجتماع',
  'report.field.title': 'العنوان',
  'report.field.symbol': 'رمز الوثيقة',
  'report.field.symbol.what': 'مثل A/CONF.192/BMS/2026/CRP.1. به تبدأ الإحالات.',
  'report.field.language': 'لغة المشروع',
  'report.field.person': 'اسمك',
  'report.field.person.what': 'الرئاسة لك. ويرى الآخرون هذا الاسم عند مؤشرك.',
  'report.make': 'إنشاء الاجتماع',
  'stray.unopened': 'لا يغلق شيئا',
  'stray.unclosed': 'لم يغلق',
  'stray.too-deep': 'متداخل بعمق مفرط',
};
