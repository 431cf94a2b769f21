export const startEn = {
  'start.statement': 'One text, with every bracket in its place.',
  'start.lead':
    'Delegations negotiate an outcome document together. The chair sees, at any moment, which provisions stand between the room and consensus, and what would unblock them.',
  'start.ways': 'Ways into a meeting',
  'start.working': 'One moment …',

  'start.demo.title': 'Look round the demonstration',
  'start.demo.lead':
    'A fictional draft on small arms, with brackets of every kind and the positions of a dozen delegations. You preside; nobody else is in it unless you invite them.',
  'start.demo.open': 'Open the demonstration',

  'start.make.title': 'Make a meeting from a file',
  'start.make.lead':
    'Plain text or Markdown. Square brackets become brackets that can be negotiated. You see what was read, and what could not be, before anything is made.',
  'start.make.choose': 'Choose a file',

  'start.join.title': 'Join with an invitation',
  'start.join.lead': 'The chair sends it as a link. It says which delegation you speak for.',
  'start.join.field': 'Invitation link',
  'start.join.hint': 'Paste the link here',
  'start.join.go': 'Join',
  'start.join.none': 'There is no invitation in this text. It is the long link that the chair sent; paste all of it.',
  'start.join.expired': 'This invitation ran out on {date}. Ask the chair for a new one.',
  'start.join.as': 'You will join as {role}: {name} ({code}), {person}.',
  'start.join.joining': 'Joining the meeting …',
  'start.join.failed': 'You have not joined the meeting.',

  'start.kept.title': 'On this machine',
  'start.kept.none':
    'Meetings you open are listed here. All you wrote in them is kept on this machine, so that you can go on without a network.',
  'start.kept.as': '{role}, {code}',
  'start.kept.opened': 'opened {when}',
  'start.kept.open': 'Open {title}',
  'start.kept.forget': 'Remove {title} from this machine',
  'start.kept.sure': 'Remove it, with what the relay has not received?',
  'start.kept.remove': 'Remove',
  'start.kept.keep': 'Keep',

  'start.specimen.title': 'How a draft reads',
  'start.specimen.choice': 'A choice. One wording will stand.',
  'start.specimen.insert': 'Words proposed by Mexico, seconded by two. Nobody else can alter them.',
  'start.specimen.plain': 'Words without brackets are agreed so far.',
  'start.specimen.delete': 'Words that Norway would strike out. They stand until the chair rules.',

  'report.title': 'Read from {name}',
  'report.provisions': '{count, plural, one {provision} other {provisions}}',
  'report.brackets': '{count, plural, one {bracket} other {brackets}}',
  'report.words': '{count, plural, one {word} other {words}}',
  'report.kinds': 'Brackets by kind',
  'report.variants': 'Wordings to choose from',
  'report.imbalance':
    '{count, plural, =0 {Every bracket has its partner} one {# bracket character has no partner} other {# bracket characters have no partner}}',
  'report.imbalance.what':
    'They stay in the text as they are. Nothing was dropped, and an export gives back the same characters. Mend them in the draft when the room knows what was meant.',
  'report.imbalance.none': 'Nothing was dropped; an export gives back the same characters.',
  'report.line': 'Line',
  'report.column': 'Column',
  'report.reason': 'What is missing',
  'report.around': 'In the text',
  'report.more': '{count, plural, one {and # more} other {and # more}}',
  'report.as-read': 'The provisions as they were read',
  'report.meeting': 'The meeting',
  'report.field.title': 'Title',
  'report.field.symbol': 'Document symbol',
  'report.field.symbol.what': 'Such as A/CONF.192/BMS/2026/CRP.1. Citations begin with it.',
  'report.field.language': 'Language of the draft',
  'report.field.person': 'Your name',
  'report.field.person.what': 'You preside. The others see this name at your caret.',
  'report.make': 'Make the meeting',
  'stray.unopened': 'closes nothing',
  'stray.unclosed': 'is never closed',
  'stray.too-deep': 'is nested too deeply',
} as const;
