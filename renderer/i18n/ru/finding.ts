import type { AreaOf } from '../catalog.ts';
import type { findingEn } from '../messages/finding.en.ts';

export const finding: AreaOf<typeof findingEn> = {
  'key.find': 'Найти в тексте',
  'find.title': 'Найти в тексте',
  'find.whole': 'Только целые слова',
  'find.count': '{count, plural, =0 {Не найдено} other {{index} из {count}}}',
  'find.previous': 'Предыдущее совпадение',
  'find.next': 'Следующее совпадение',
  'find.close': 'Закрыть',
  'find.replace.open': 'Заменить',
  'find.replace.with': 'Заменить на',
  'find.replace.one': 'Заменить',
  'find.replace.all': 'Заменить все',
  'find.replaced':
    '{count, plural, =0 {Ничего не заменено} one {Заменено # место} few {Заменено # места} many {Заменено # мест} other {Заменено # места}}',
  'find.agreed':
    '{count, plural, one {# совпадение находится в положении, согласованном ad referendum. Замена вновь откроет его.} few {# совпадения находятся в положениях, согласованных ad referendum. Замена вновь откроет их.} many {# совпадений находятся в положениях, согласованных ad referendum. Замена вновь откроет их.} other {# совпадения находятся в положениях, согласованных ad referendum. Замена вновь откроет их.}}',
  'find.agreed.replace': 'Заменить и там',
  'find.agreed.leave': 'Оставить',
  'nest.title': 'Скобки вокруг курсора',
  'nest.select': 'Выделить слова',
  'lines.show': 'Номера строк',
  'rendering.title': 'Вид текста',
  'rendering.attributed': 'С авторами',
  'rendering.unattributed': 'Без авторов',
  'rendering.clean': 'Чистовой',
  'rendering.clean.text': 'Чистовой текст {symbol}',
  'rendering.chooser': 'Что стоит в каждой скобке',
  'rendering.chooser.lead':
    'Предварительный просмотр только на этом экране. В каждой скобке показана формулировка, против которой никто не возражает, если вы не выберете другую.',
  'rendering.chooser.reset':
    '{count, plural, one {Отменить # выбор} few {Отменить # выбора} many {Отменить # выборов} other {Отменить # выбора}}',
  'rendering.chooser.none': 'В этом положении нет скобок.',
};
