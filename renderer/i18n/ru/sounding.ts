import type { AreaOf } from '../catalog.ts';
import type { soundingEn } from '../messages/sounding.en.ts';

export const sounding: AreaOf<typeof soundingEn> = {
  'sounding.test': 'Проверить в зале',
  'sounding.test.of': 'Проверить в зале: {wording}',
  'sounding.if-here': 'Если бы {words} стояло в тексте ({provision}), какой была бы ваша позиция?',
  'sounding.if-without': 'Если бы {words} не стояло в тексте ({provision}), какой была бы ваша позиция?',
  'sounding.if-reads': 'Если бы текст ({provision}) гласил {words}, какой была бы ваша позиция?',
  'sounding.bar': 'Председатель спрашивает',
  'sounding.bar.what': 'Ваш ответ не меняет ни позиций, ни текста.',
  'sounding.bar.keys': 'Клавиши 1–5 — ответ, 0 — снять ответ.',
  'sounding.answer': 'Ответ',
  'sounding.answered': 'Ответ дан: {stance}.',
  'sounding.taken-back': 'Ответ снят.',
  'sounding.shown': 'Ваш ответ видит',
  'sounding.asked-of': 'Ответы видит',
  'sounding.room': 'Весь зал',
  'sounding.chair': 'Только председатель',
  'sounding.ask': 'Спросить зал',
  'sounding.asked': 'Вопрос задан залу.',
  'sounding.free': 'Если бы текст гласил…',
  'sounding.free.words': 'Проверяемая формулировка',
  'sounding.free.what': 'Вопрос ничего не меняет в проекте.',
  'sounding.free.place': 'Вместо',
  'sounding.free.whole': 'Весь пункт',
  'sounding.open': 'Проверяется в зале',
  'sounding.heard':
    'Ответили {answered, number} из {seats, plural, one {# места} few {# мест} many {# мест} other {# места}}',
  'sounding.silent':
    '{count, plural, one {# не ответил} few {# не ответили} many {# не ответили} other {# не ответили}}: ни за, ни против',
  'sounding.free-of-objections': 'Никто из ответивших не возразил бы.',
  'sounding.objectors':
    '{count, plural, one {{who} возразил бы} few {{who} возразили бы} many {{who} возразили бы} other {{who} возразили бы}}.',
  'sounding.rule': 'Записать решение',
  'sounding.confirm': 'Записать, что текст ({provision}) гласит {words}? Текст изменится у всех.',
  'sounding.let-go': 'Оставить',
  'sounding.past': 'Проверялось ранее ({count, number})',
  'sounding.ended.ruled': 'Принято решение',
  'sounding.ended.let-go': 'Оставлено',
  'sounding.ended.moot': 'Закрыто иначе',
};
