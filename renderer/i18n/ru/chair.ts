import type { AreaOf } from '../catalog.ts';
import type { chairEn } from '../messages/chair.en.ts';

export const chair: AreaOf<typeof chairEn> = {
  'desk.title': 'Стол председателя',
  'desk.invitations': 'Приглашения',
  'desk.roster': 'Делегации и группы',
  'desk.publish': 'Публикация',

  'invite.lead':
    'Приглашение говорит, от чьего имени выступает его владелец, поэтому передайте его одному человеку. Его можно отозвать в любой момент.',
  'invite.role': 'Роль',
  'invite.delegation': 'Делегация',
  'invite.other': 'Другая',
  'invite.code': 'Код',
  'invite.code.what': 'Прописными латинскими буквами, например MEX или AOSIS.',
  'invite.code.wrong':
    'Код — от одного до шестнадцати знаков: прописные латинские буквы, цифры, подчёркивание; первой буква.',
  'invite.name': 'Название',
  'invite.person': 'Кому',
  'invite.person.what': 'Имя, которое увидят другие.',
  'invite.make': 'Создать приглашение',
  'invite.made': 'Приглашение для {person}',
  'invite.made.as': '{role}, {name} ({code}). Действует до {date}.',
  'invite.link': 'Ссылка',
  'invite.copy': 'Копировать ссылку',
  'invite.copied': 'Ссылка в буфере обмена.',
  'invite.save': 'Сохранить в файл',
  'invite.qr': 'QR-код приглашения',
  'invite.revoke': 'Отозвать',
  'invite.revoked': 'Отозвано. Его владелец больше не на заседании.',
  'invite.none': 'С этого экрана ещё нет приглашений',
  'invite.none.what':
    'Созданные приглашения появятся здесь: ссылка, файл и QR-код. Ретранслятор ссылок не хранит; передайте их, пока окно не закрыто.',

  'roster.lead': 'Кто участвует. Государства-наблюдатели и организации говорят и читают, но их позиция не блокирует.',
  'roster.delegations': 'Делегации',
  'roster.groups': 'Группы',
  'roster.code': 'Код',
  'roster.name': 'Название',
  'roster.standing': 'Статус',
  'roster.standing.member': 'Член',
  'roster.standing.observer': 'Наблюдатель',
  'roster.members': 'Члены',
  'roster.members.what': 'Коды через запятую.',
  'roster.as-of': 'По состоянию на',
  'roster.add-delegation': 'Добавить делегацию',
  'roster.add-group': 'Добавить группу',
  'roster.act': 'Убрать',
  'roster.remove': 'Убрать {name}',
  'roster.code.taken': 'Этот код уже есть в списке.',
  'roster.members.unknown': 'Нет в списке: {codes}.',
  'roster.name.wanted': 'Нужно название.',
  'roster.count':
    '{count, plural, =0 {Пока никого} one {# делегация} few {# делегации} many {# делегаций} other {# делегации}}',

  'publish.lead':
    'Редакция фиксирует проект как есть, с его номерами. Её читают все, включая наблюдателей; отозвать её нельзя, можно лишь выпустить следующую.',
  'publish.state': 'Проект сейчас',
  'publish.go': 'Опубликовать {name}',
  'publish.sure': 'Опубликовать проект в нынешнем виде?',
  'publish.yes': 'Опубликовать',
  'publish.no': 'Пока нет',
  'publish.done': 'Опубликовано: {name}.',
  'publish.before': 'Опубликовано ранее',
  'publish.none': 'Ничего не опубликовано.',
  'publish.by': '{code}',
};
