export const appEn = {
  'app.name': 'Rostrum',
  'app.language': 'Language',
  'app.theme': 'Appearance',
  'app.theme.system': 'As the system',
  'app.theme.light': 'Light',
  'app.theme.dark': 'Dark',
  'app.close': 'Close',
  'app.cancel': 'Cancel',
  'app.back': 'Back',
  'app.broke.title': 'This screen stopped',
  'app.broke.lead':
    'Something in the program broke while it was drawing this screen. Your changes are kept: they were written before the screen was drawn.',
  'app.broke.again': 'Draw it again',
  'app.broke.detail': 'What the program said',
} as const;
