import type { AreaOf } from '../catalog.ts';
import type { readerEn } from '../messages/reader.en.ts';

export const reader: AreaOf<typeof readerEn> = {
  'reader.title': 'Чтение',
  'reader.revision': 'Редакция',
  'reader.published': 'Опубликовано {when}',
  'reader.not-live': 'Не рабочий текст',
  'reader.agreed':
    'Согласовано ad referendum: {agreed, number} из {of, number}, {open, plural, =0 {открытых скобок нет} one {открыта # скобка} few {открыты # скобки} many {открыто # скобок} other {открыто # скобки}}',
  'reader.contents': 'Содержание',
  'reader.text': '{revision}, {symbol}',
  'reader.find': 'Найти в тексте',
  'reader.found': '{count, plural, =0 {Не найдено} other {{index, number} из {count, number}}}',
  'reader.find.next': 'Следующее',
  'reader.find.previous': 'Предыдущее',
  'reader.print': 'Печать',
  'reader.cite': 'Копировать ссылку',
  'reader.cite.number': 'Копировать ссылку на {number}',
  'reader.cited': 'Скопировано: {citation}',
  'reader.citation': '{symbol}, {revision}, п. {number}',
  'reader.citation.whole': '{symbol}, {revision}',
  'reader.brackets': '{count, plural, =0 {без скобок} one {# скобка} few {# скобки} many {# скобок} other {# скобки}}',
  'reader.hash': 'Отпечаток {hash}',
  'reader.hash.what': 'У двух экземпляров с одним отпечатком одни и те же слова.',
  'reader.sealed': 'Опечатано',
  'reader.unsealed': 'Не соответствует печати',
  'reader.unsealed.what':
    'Слова этой редакции не те, с которых снят её отпечаток. Прежде чем полагаться на неё, запросите её в секретариате.',
  'reader.none.title': 'Ещё ничего не опубликовано',
  'reader.none.observer':
    'Делегации работают над текстом. Когда председатель опубликует редакцию, она появится здесь сама.',
  'reader.none.chair': 'Опубликуйте Rev.1 со стола председателя; наблюдатели и делегации прочтут её здесь.',
  'reader.none.delegation': 'Когда председатель опубликует редакцию, она появится здесь сама.',
};
