import type { AreaOf } from '../catalog.ts';
import type { startEn } from '../messages/start.en.ts';

export const start: AreaOf<typeof startEn> = {
  'start.statement': 'Un seul texte, chaque crochet à sa place.',
  'start.lead':
    'Les délégations négocient ensemble un document final. La présidence voit à tout moment quelles dispositions séparent la salle du consensus, et ce qui les débloquerait.',
  'start.ways': 'Accès à une réunion',
  'start.working': 'Un instant…',

  'start.demo.title': 'Visiter la démonstration',
  'start.demo.lead':
    'Un projet fictif sur les armes légères, avec des crochets de toute sorte et les positions d’une douzaine de délégations. Vous présidez ; personne d’autre n’y est sans votre invitation.',
  'start.demo.open': 'Ouvrir la démonstration',

  'start.make.title': 'Créer une réunion à partir d’un fichier',
  'start.make.lead':
    'Texte brut ou Markdown. Les crochets deviennent négociables. Vous voyez ce qui a été lu, et ce qui n’a pu l’être, avant toute création.',
  'start.make.choose': 'Choisir un fichier',

  'start.join.title': 'Participer sur invitation',
  'start.join.lead': 'La présidence l’envoie sous forme de lien. Elle dit au nom de quelle délégation vous parlez.',
  'start.join.field': 'Lien d’invitation',
  'start.join.hint': 'Collez le lien ici',
  'start.join.go': 'Participer',
  'start.join.none':
    'Ce texte ne contient pas d’invitation. C’est le long lien envoyé par la présidence ; collez-le en entier.',
  'start.join.expired': 'Cette invitation a expiré le {date}. Demandez-en une nouvelle à la présidence.',
  'start.join.as': 'Vous participerez comme {role} : {name} ({code}), {person}.',
  'start.join.joining': 'Entrée dans la réunion…',
  'start.join.failed': 'Vous n’êtes pas dans la réunion.',

  'start.kept.title': 'Sur cet ordinateur',
  'start.kept.none':
    'Les réunions que vous ouvrez figurent ici. Tout ce que vous y avez écrit est gardé sur cet ordinateur, pour que vous puissiez continuer sans réseau.',
  'start.kept.as': '{role}, {code}',
  'start.kept.opened': 'ouverte {when}',
  'start.kept.open': 'Ouvrir {title}',
  'start.kept.forget': 'Retirer {title} de cet ordinateur',
  'start.kept.sure': 'La retirer, avec ce que le relais n’a pas reçu ?',
  'start.kept.remove': 'Retirer',
  'start.kept.keep': 'Garder',

  'start.specimen.title': 'Comment se lit un projet',
  'start.specimen.number': '12.',
  'start.specimen.text.urges': 'Prie instamment',
  'start.specimen.text.invites': 'Invite',
  'start.specimen.text.states': 'les États Membres de marquer chaque arme',
  'start.specimen.text.insert': 'au moment de la fabrication',
  'start.specimen.text.records': 'et de conserver les registres',
  'start.specimen.text.delete': 'pendant au moins trente ans',
  'start.specimen.text.end': ';',
  'start.specimen.choice': 'Un choix. Un seul libellé restera.',
  'start.specimen.insert': 'Ajout proposé par le Mexique, appuyé par deux autres. Nul autre ne peut y toucher.',
  'start.specimen.plain': 'Le texte sans crochets est convenu à ce stade.',
  'start.specimen.delete': 'Mots que la Norvège supprimerait. Ils restent jusqu’à la décision de la présidence.',

  'report.title': 'Lu dans {name}',
  'report.provisions': '{count, plural, one {disposition} other {dispositions}}',
  'report.brackets': '{count, plural, one {crochet} other {crochets}}',
  'report.words': '{count, plural, one {mot} other {mots}}',
  'report.kinds': 'Crochets par genre',
  'report.variants': 'Libellés au choix',
  'report.imbalance':
    '{count, plural, =0 {Tous les crochets vont par paires} one {# crochet est sans pendant} other {# crochets sont sans pendant}}',
  'report.imbalance.what':
    'Ils restent tels quels dans le texte. Rien n’a été écarté, et une exportation rend les mêmes caractères. Corrigez-les dans le projet quand la salle saura ce qui était voulu.',
  'report.imbalance.none': 'Rien n’a été écarté ; une exportation rend les mêmes caractères.',
  'report.unread':
    '{count, plural, one {# proposition sur la forme du projet n’a pas pu être lue} other {# propositions sur la forme du projet n’ont pas pu être lues}}',
  'report.unread.what': 'Elles restent dans le texte comme des mots. Proposez-les à nouveau dans le projet.',
  'unread.shape-form': 'forme inconnue',
  'unread.shape-target': 'ne désigne pas une seule disposition de ce texte',
  'report.line': 'Ligne',
  'report.column': 'Colonne',
  'report.reason': 'Ce qui manque',
  'report.around': 'Dans le texte',
  'report.more': '{count, plural, one {et # autre} other {et # autres}}',
  'report.as-read': 'Les dispositions telles que lues',
  'report.meeting': 'La réunion',
  'report.field.title': 'Titre',
  'report.field.symbol': 'Cote du document',
  'report.field.symbol.what': 'Par exemple A/CONF.192/BMS/2026/CRP.1. Les citations commencent par elle.',
  'report.field.language': 'Langue du projet',
  'report.field.person': 'Votre nom',
  'report.field.person.what': 'Vous présidez. Les autres voient ce nom à votre curseur.',
  'report.make': 'Créer la réunion',
  'stray.unopened': 'ne ferme rien',
  'stray.unclosed': 'n’est jamais fermé',
  'stray.too-deep': 'est imbriqué trop profondément',
};
