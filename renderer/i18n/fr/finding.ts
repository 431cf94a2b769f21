import type { AreaOf } from '../catalog.ts';
import type { findingEn } from '../messages/finding.en.ts';

export const finding: AreaOf<typeof findingEn> = {
  'key.find': 'Rechercher dans le texte',
  'find.title': 'Rechercher dans le texte',
  'find.whole': 'Mots entiers seulement',
  'find.count': '{count, plural, =0 {Introuvable} other {{index} sur {count}}}',
  'find.previous': 'Occurrence précédente',
  'find.next': 'Occurrence suivante',
  'find.close': 'Fermer',
  'find.replace.open': 'Remplacer',
  'find.replace.with': 'Remplacer par',
  'find.replace.one': 'Remplacer',
  'find.replace.all': 'Tout remplacer',
  'find.replaced':
    '{count, plural, =0 {Aucun remplacement} one {# remplacement} many {# de remplacements} other {# remplacements}}',
  'find.agreed':
    '{count, plural, one {# occurrence se trouve dans une disposition convenue ad referendum. La remplacer rouvre la disposition.} many {# d’occurrences se trouvent dans des dispositions convenues ad referendum. Les remplacer rouvre ces dispositions.} other {# occurrences se trouvent dans des dispositions convenues ad referendum. Les remplacer rouvre ces dispositions.}}',
  'find.agreed.replace': 'Remplacer aussi',
  'find.agreed.leave': 'Laisser',
  'nest.title': 'Crochets autour du curseur',
  'nest.select': 'Sélectionner ses mots',
  'lines.show': 'Numéros de ligne',
  'rendering.title': 'Présentation',
  'rendering.attributed': 'Avec auteurs',
  'rendering.unattributed': 'Sans auteurs',
  'rendering.clean': 'Au propre',
  'rendering.clean.text': 'Texte au propre de {symbol}',
  'rendering.chooser': 'Ce qui figure dans chaque crochet',
  'rendering.chooser.lead':
    'Un aperçu sur cet écran seulement. Chaque crochet montre une formulation à laquelle nul ne s’oppose, sauf si vous en choisissez une autre.',
  'rendering.chooser.reset':
    '{count, plural, one {Annuler votre choix} many {Annuler vos # de choix} other {Annuler vos # choix}}',
  'rendering.chooser.none': 'Aucun crochet dans cette disposition.',
};
