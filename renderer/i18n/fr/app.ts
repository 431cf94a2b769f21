import type { AreaOf } from '../catalog.ts';
import type { appEn } from '../messages/app.en.ts';

export const app: AreaOf<typeof appEn> = {
  'app.name': 'Rostrum',
  'app.language': 'Langue',
  'app.theme': 'Apparence',
  'app.theme.system': 'Comme le système',
  'app.theme.light': 'Claire',
  'app.theme.dark': 'Sombre',
  'app.close': 'Fermer',
  'app.cancel': 'Annuler',
  'app.back': 'Retour',
  'app.copy': 'Copier',
  'app.copied': 'Copié',
  'app.broke.title': 'Cet écran s’est arrêté',
  'app.broke.lead':
    'Une erreur du programme s’est produite pendant l’affichage. Vos modifications sont conservées : elles étaient écrites avant l’affichage.',
  'app.broke.again': 'Afficher de nouveau',
  'app.broke.detail': 'Ce que le programme a signalé',

  'view.draft': 'Projet',
  'view.board': 'Tableau',
  'view.reader': 'Lecture',
  'view.desk': 'Bureau de la présidence',
  'view.choose': 'Vues de la réunion',

  'meeting.live': 'Texte en cours',
  'meeting.live.after': 'Texte en cours après {revision}',
  'meeting.observer': 'Texte publié',
  'meeting.leave': 'Quitter la réunion',
  'meeting.menu': 'Plus',
  'meeting.untitled': 'Projet sans titre',

  'save.local': 'Sur cet ordinateur',
  'save.saved': 'Enregistré par le relais',
  'save.connecting': 'Connexion',
  'save.saving': 'Enregistrement',
  'save.offline':
    '{pending, plural, =0 {Hors ligne} one {Hors ligne : # modification gardée ici} other {Hors ligne : # modifications gardées ici}}',
  'save.refused':
    '{pending, plural, =0 {Le relais n’accepte pas de modifications} one {# modification attend ici} other {# modifications attendent ici}}',
  'save.closed': 'Non connecté',
  'save.what.local':
    'Cette réunion n’a pas de relais. Ce que vous écrivez est gardé sur cet ordinateur, et nulle part ailleurs.',
  'save.what.saved': 'Toutes les modifications ont été reçues et écrites par le relais.',
  'save.what.connecting': 'Appel du relais. Ce que vous écrivez est gardé ici et partira dès qu’il répondra.',
  'save.what.saving':
    '{pending, plural, one {# modification est en route vers le relais.} other {# modifications sont en route vers le relais.}}',
  'save.what.offline':
    'Le relais est injoignable. Continuez à écrire : vos modifications sont gardées sur cet ordinateur et seront fusionnées au retour de la ligne.',
  'save.what.memory':
    'Ce navigateur ne garde rien : si vous fermez la fenêtre, les modifications qui ne sont pas parties seront perdues.',
  'save.broken': 'Une modification n’a pas été prise',
  'save.what.stopped':
    'La modification a été arrêtée sur cette machine et n’a pas été envoyée : le relais ne l’aurait pas prise.',
  'save.reopen.what':
    'Ce qui n’a pas été pris reste sur cette machine, mis de côté, avec tout ce que vous écrivez désormais. Une fois le texte repris tel que la salle l’a, ceux de vos mots qui n’y sont pas vous sont énumérés.',
  'save.what.lacking':
    'Ces mots manquent à votre écran tant que vous n’avez pas relu la réunion. Rien d’autre ne manque.',
  'save.reopen': 'Relire la réunion',

  'left.bar':
    '{count, plural, one {# passage de votre main n’est pas parvenu à la salle.} other {# passages de votre main ne sont pas parvenus à la salle.}}',
  'left.show': 'Les afficher',
  'left.title': 'Mots qui ne sont pas parvenus à la salle',
  'left.what':
    'Ils se trouvaient dans votre texte quand une modification n’a pas été prise, et ne sont gardés que sur cette machine. Copiez ce que vous souhaitez encore et proposez-le de nouveau.',
  'left.go': 'Aller au {number}',
  'left.go.unnumbered': 'Y aller',
  'left.gone': 'N’est plus dans le projet',
  'left.copy': 'Tout copier',
  'left.copied': 'Copié',
  'left.drop': 'Les retirer de cette machine',
  'left.drop.sure': 'Les retirer définitivement',

  'people.here': '{count, plural, one {# présent} other {# présents}}',
  'people.title': 'Personnes dans le texte',
  'people.none': 'Personne d’autre n’est dans le texte.',
  'people.at': 'à {provision}',
  'people.writing': 'écrit',
  'people.me': 'vous',

  'export.title': 'Exporter',
  'export.draft': 'Le projet en l’état',
  'export.revision': '{revision}',
  'export.text': 'Texte brut',
  'export.markdown': 'Markdown',
  'export.pdf': 'PDF',
  'export.done': 'Enregistré sous {name}.',

  'palette.title': 'Commandes',
  'palette.hint': 'Que voulez-vous faire ?',
  'palette.none': 'Aucune commande ne contient ces mots.',
  'goto.title': 'Aller à une disposition',
  'goto.hint': 'Un numéro comme 2bis(a) ou pp3, ou des mots du texte',
  'goto.none': 'Aucune disposition ne porte ce numéro ni ces mots.',

  'keys.title': 'Touches',
  'keys.anywhere': 'Partout',
  'keys.text': 'Dans le texte',
  'keys.panel': 'Dans le volet de position',
  'key.next-bracket': 'Crochet ouvert suivant',
  'key.previous-bracket': 'Crochet ouvert précédent',
  'key.next-pane': 'Volet suivant',
  'key.previous-pane': 'Volet précédent',
  'key.go-to': 'Aller à une disposition',
  'key.palette': 'Commandes',
  'key.position': 'Exprimer une position',
  'key.second': 'Appuyer la proposition au curseur, ou retirer l’appui',
  'key.keep': 'Demander le maintien des mots dont la suppression est proposée',
  'key.toolbar': 'Vers la barre d’outils',
  'key.reader': 'Lecture, au même endroit, et retour',
  'key.board': 'Tableau, au même endroit, et retour',
  'key.display': 'Écran de salle, à l’endroit en discussion',
  'key.display-here': 'Écran de salle, à partir d’ici',
  'key.keys': 'Cette liste',
  'key.escape': 'Retour au texte',
  'key.undo': 'Annuler votre dernière modification',
  'key.redo': 'La rétablir',
  'key.stances': 'Appui, peut accepter, sans position, réserve, objection',
};
