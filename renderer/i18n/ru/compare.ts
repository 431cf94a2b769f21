import type { AreaOf } from '../catalog.ts';
import type { compareEn } from '../messages/compare.en.ts';

export const compare: AreaOf<typeof compareEn> = {
  'view.compare': 'Сравнение',
  'compare.bar': 'Что сравнивается и как показывается',
  'compare.from': 'Сравнить от',
  'compare.to': 'Сравнить с',
  'compare.live': 'Рабочий текст',
  'compare.live.now': 'Рабочий текст на данный момент',
  'compare.published': '{name}, опубликовано {when}',
  'compare.text': '{to} в сравнении с {from}',
  'compare.shape': 'Как показывать',
  'compare.unified': 'Единый текст',
  'compare.beside': 'Рядом',
  'compare.filter': 'Какие изменения',
  'compare.filter.all': 'Все изменения',
  'compare.filter.words': 'Изменённые слова',
  'compare.filter.brackets': 'Скобки',
  'compare.filter.places': 'Перенос, разделение, слияние',
  'compare.folded': 'Только изменения',
  'compare.count':
    '{count, plural, =0 {Изменений нет} one {# изменение} few {# изменения} many {# изменений} other {# изменения}}',
  'compare.at': 'Изменение {index, number} из {count, number}',
  'compare.print': 'Печать',
  'compare.list': 'Изменённые положения',
  'compare.row': '{count, plural, one {# изменение} few {# изменения} many {# изменений} other {# изменения}}',
  'compare.new': 'Новое',
  'compare.gone': 'Изъято',
  'compare.moved': 'Перенесено сюда',
  'compare.left': 'Перенесено, теперь {number}',
  'compare.was': 'было {number}',
  'compare.of': '{name}, {number}',
  'compare.split': 'Выделено из {number}',
  'compare.joined': 'Объединено с {number}',
  'compare.recast': 'Теперь: {kind}',
  'compare.opened':
    '{count, plural, one {открыта # скобка} few {открыты # скобки} many {открыто # скобок} other {открыто # скобки}}',
  'compare.opened.by':
    '{count, plural, one {# скобка открыта: {codes}} few {# скобки открыты: {codes}} many {# скобок открыто: {codes}} other {# скобки открыто: {codes}}}',
  'compare.closed':
    '{count, plural, one {закрыта # скобка} few {закрыты # скобки} many {закрыто # скобок} other {закрыто # скобки}}',
  'compare.closed.ruling':
    '{count, plural, one {закрыта # скобка, решение от {when}} few {закрыты # скобки, последнее решение {when}} many {закрыто # скобок, последнее решение {when}} other {закрыто # скобки, последнее решение {when}}}',
  'compare.agreed': 'Согласовано ad referendum, {when}',
  'compare.drift': 'Язык: «{before}» → «{after}», {drift}',
  'compare.unchanged':
    '{count, plural, one {# положение без изменений} few {# положения без изменений} many {# положений без изменений} other {# положения без изменений}}',
  'compare.told.struck': '«{struck}» вычеркнуто',
  'compare.told.inserted': '«{inserted}» вставлено',
  'compare.told.replaced': '«{struck}» заменено на «{inserted}»',
  'compare.none.title': 'Сравнивать пока нечего',
  'compare.none': 'Два состояния текста можно сравнить, как только опубликована редакция.',
  'compare.none.observer': 'Когда будет опубликована вторая редакция, её можно будет сравнить с первой.',
  'compare.alike': 'Тексты совпадают.',
  'compare.no-match': 'Таких изменений нет.',
  'compare.sum.reworded':
    '{count, plural, one {изменена формулировка # положения} few {изменены формулировки # положений} many {изменены формулировки # положений} other {изменены формулировки # положения}}',
  'compare.sum.added': '{count, plural, one {# новое} few {# новых} many {# новых} other {# нового}}',
  'compare.sum.gone': '{count, plural, one {# изъято} few {# изъяты} many {# изъято} other {# изъято}}',
  'compare.sum.moved':
    '{count, plural, one {# перенесено} few {# перенесены} many {# перенесено} other {# перенесено}}',
  'compare.sum.split': '{count, plural, one {# выделено} few {# выделены} many {# выделено} other {# выделено}}',
  'compare.sum.joined':
    '{count, plural, one {# объединено} few {# объединены} many {# объединено} other {# объединено}}',
  'compare.sum.weaker':
    '{count, plural, one {в # положении язык слабее} few {в # положениях язык слабее} many {в # положениях язык слабее} other {в # положения язык слабее}}',
  'compare.sum.stronger':
    '{count, plural, one {в # положении язык сильнее} few {в # положениях язык сильнее} many {в # положениях язык сильнее} other {в # положения язык сильнее}}',
  'compare.with': 'Сравнить',
  'compare.with.name': 'Сравнить {name} с другим текстом',
};
