export const startEn = {
  'start.lead':
    'Negotiate an outcome document: one text, every bracket in its place, and what stands between the room and consensus.',
  'start.demo.title': 'Open the demonstration meeting',
  'start.demo.lead':
    'A draft on small arms with brackets of every kind and the positions of a dozen delegations. Nothing leaves this machine.',
  'start.demo.open': 'Open the demonstration',
  'start.make.title': 'Make a meeting from a file',
  'start.make.lead':
    'A draft in plain text or Markdown. Its square brackets become brackets that can be negotiated; you see what was read before anything is made.',
  'start.make.choose': 'Choose a file',
  'start.join.title': 'Join with an invitation',
  'start.join.lead':
    'The chair sends an invitation as a link, a file or a QR code. It says which delegation you speak for.',
  'start.join.field': 'Link or invitation',
  'start.join.go': 'Join',
  'start.kept.title': 'On this machine',
  'start.kept.none':
    'Meetings you open are kept here, with everything you wrote, so that you can go on without a network.',
  'start.working': 'One moment',
} as const;
