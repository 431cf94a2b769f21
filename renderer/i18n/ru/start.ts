import type { AreaOf } from '../catalog.ts';
import type { startEn } from '../messages/start.en.ts';

export const start: AreaOf<typeof startEn> = {
  'start.statement': 'Один текст, и каждая скобка на своём месте.',
  'start.lead':
    'Делегации вместе согласовывают итоговый документ. Председатель в любой момент видит, какие положения отделяют зал от консенсуса и что сняло бы препятствия.',
  'start.ways': 'Как войти в заседание',
  'start.working': 'Минуту…',

  'start.demo.title': 'Осмотреть демонстрацию',
  'start.demo.lead':
    'Вымышленный проект о стрелковом оружии, со скобками всех видов и позициями дюжины делегаций. Вы председательствуете; кроме вас в нём никого нет, пока вы не пригласите.',
  'start.demo.open': 'Открыть демонстрацию',

  'start.make.title': 'Создать заседание из файла',
  'start.make.lead':
    'Простой текст или Markdown. Квадратные скобки становятся предметом переговоров. Вы увидите, что прочитано, а что нет, прежде чем что-либо будет создано.',
  'start.make.choose': 'Выбрать файл',

  'start.join.title': 'Войти по приглашению',
  'start.join.lead': 'Председатель присылает его ссылкой. В нём указано, от имени какой делегации вы выступаете.',
  'start.join.field': 'Ссылка-приглашение',
  'start.join.hint': 'Вставьте ссылку сюда',
  'start.join.go': 'Войти',
  'start.join.none':
    'В этом тексте нет приглашения. Это длинная ссылка, присланная председателем; вставьте её целиком.',
  'start.join.expired': 'Срок приглашения истёк {date}. Попросите у председателя новое.',
  'start.join.as': 'Вы войдёте как {role}: {name} ({code}), {person}.',
  'start.join.joining': 'Вход в заседание…',
  'start.join.failed': 'Вы не вошли в заседание.',

  'start.kept.title': 'На этом компьютере',
  'start.kept.none':
    'Здесь перечислены открытые вами заседания. Всё, что вы в них написали, хранится на этом компьютере, чтобы можно было продолжать без сети.',
  'start.kept.as': '{role}, {code}',
  'start.kept.opened': 'открыто {when}',
  'start.kept.open': 'Открыть {title}',
  'start.kept.forget': 'Убрать {title} с этого компьютера',
  'start.kept.sure': 'Убрать вместе с тем, чего ретранслятор не получил?',
  'start.kept.remove': 'Убрать',
  'start.kept.keep': 'Оставить',

  'start.specimen.title': 'Как читается проект',
  'start.specimen.number': '12.',
  'start.specimen.text.urges': 'настоятельно призывает',
  'start.specimen.text.invites': 'приглашает',
  'start.specimen.text.states': 'государства-члены маркировать каждую единицу оружия',
  'start.specimen.text.insert': 'в момент изготовления',
  'start.specimen.text.records': 'и хранить учётные записи',
  'start.specimen.text.delete': 'не менее тридцати лет',
  'start.specimen.text.end': ';',
  'start.specimen.choice': 'Выбор. Останется одна формулировка.',
  'start.specimen.insert': 'Слова предложила Мексика, поддержали ещё двое. Никто другой их не изменит.',
  'start.specimen.plain': 'Слова без скобок пока согласованы.',
  'start.specimen.delete': 'Эти слова исключила бы Норвегия. Они стоят, пока не решит председатель.',

  'report.title': 'Прочитано из {name}',
  'report.provisions': '{count, plural, one {положение} few {положения} many {положений} other {положения}}',
  'report.brackets': '{count, plural, one {скобка} few {скобки} many {скобок} other {скобки}}',
  'report.words': '{count, plural, one {слово} few {слова} many {слов} other {слова}}',
  'report.kinds': 'Скобки по видам',
  'report.variants': 'Формулировки на выбор',
  'report.imbalance':
    '{count, plural, =0 {У каждой скобки есть пара} one {# скобка без пары} few {# скобки без пары} many {# скобок без пары} other {# скобки без пары}}',
  'report.imbalance.what':
    'Они остаются в тексте как есть. Ничего не отброшено, и экспорт вернёт те же знаки. Исправьте их в проекте, когда зал будет знать, что имелось в виду.',
  'report.imbalance.none': 'Ничего не отброшено; экспорт вернёт те же знаки.',
  'report.unread':
    '{count, plural, one {# предложение о построении проекта не прочитано} few {# предложения о построении проекта не прочитаны} many {# предложений о построении проекта не прочитано} other {# предложения о построении проекта не прочитано}}',
  'report.unread.what': 'Они остались в тексте словами. Внесите их в проект заново.',
  'unread.shape-form': 'такая форма неизвестна',
  'unread.shape-target': 'не указывает на одно положение этого текста',
  'report.line': 'Строка',
  'report.column': 'Столбец',
  'report.reason': 'Чего нет',
  'report.around': 'В тексте',
  'report.more': '{count, plural, one {и ещё #} few {и ещё #} many {и ещё #} other {и ещё #}}',
  'report.as-read': 'Положения, как они прочитаны',
  'report.meeting': 'Заседание',
  'report.field.title': 'Название',
  'report.field.symbol': 'Условное обозначение документа',
  'report.field.symbol.what': 'Например, A/CONF.192/BMS/2026/CRP.1. С него начинаются ссылки.',
  'report.field.language': 'Язык проекта',
  'report.field.person': 'Ваше имя',
  'report.field.person.what': 'Вы председательствуете. Другие видят это имя у вашего курсора.',
  'report.make': 'Создать заседание',
  'stray.unopened': 'ничего не закрывает',
  'stray.unclosed': 'нигде не закрыта',
  'stray.too-deep': 'вложена слишком глубоко',
};
