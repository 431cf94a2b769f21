import type { AreaOf } from '../catalog.ts';
import type { readerEn } from '../messages/reader.en.ts';

export const reader: AreaOf<typeof readerEn> = {
  'reader.title': 'Lecture',
  'reader.revision': 'Révision',
  'reader.published': 'Publiée {when}',
  'reader.not-live': 'Texte figé',
  'reader.agreed':
    '{agreed, number} sur {of, number} convenus ad referendum, {open, plural, =0 {aucun crochet ouvert} one {# crochet ouvert} other {# crochets ouverts}}',
  'reader.contents': 'Table des matières',
  'reader.text': '{revision} de {symbol}',
  'reader.find': 'Chercher dans le texte',
  'reader.found': '{count, plural, =0 {Introuvable} other {{index, number} sur {count, number}}}',
  'reader.find.next': 'Suivant',
  'reader.find.previous': 'Précédent',
  'reader.print': 'Imprimer',
  'reader.cite': 'Copier la référence',
  'reader.cite.number': 'Copier la référence de {number}',
  'reader.cited': 'Copié : {citation}',
  'reader.citation': '{symbol}, {revision}, par. {number}',
  'reader.citation.whole': '{symbol}, {revision}',
  'reader.brackets': '{count, plural, =0 {aucun crochet} one {# crochet} other {# crochets}}',
  'reader.hash': 'Empreinte {hash}',
  'reader.hash.what': 'Deux exemplaires de même empreinte ont les mêmes mots.',
  'reader.sealed': 'Scellée',
  'reader.unsealed': 'Non conforme au sceau',
  'reader.unsealed.what':
    'Les mots de cette révision ne sont pas ceux dont son empreinte a été tirée. Demandez la révision au secrétariat avant de vous y fier.',
  'reader.none.title': 'Rien n’a encore été publié',
  'reader.none.observer':
    'Les délégations travaillent au texte. Quand la présidence publiera une révision, elle paraîtra ici d’elle-même.',
  'reader.none.chair': 'Publiez Rev.1 depuis le bureau de la présidence ; observateurs et délégations la liront ici.',
  'reader.none.delegation': 'Quand la présidence publiera une révision, elle paraîtra ici d’elle-même.',
};
