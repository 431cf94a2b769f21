import type { AreaOf } from '../catalog.ts';
import type { chairEn } from '../messages/chair.en.ts';

export const chair: AreaOf<typeof chairEn> = {
  'desk.title': 'Bureau de la présidence',
  'desk.invitations': 'Invitations',
  'desk.roster': 'Délégations et groupes',
  'desk.publish': 'Publier',

  'invite.lead':
    'Une invitation dit au nom de qui parle son porteur : donnez-la à une seule personne. Elle peut être retirée à tout moment.',
  'invite.role': 'Rôle',
  'invite.delegation': 'Délégation',
  'invite.other': 'Une autre',
  'invite.code': 'Code',
  'invite.code.what': 'En majuscules, comme MEX ou AOSIS.',
  'invite.code.wrong':
    'Un code compte d’une à seize majuscules, chiffres ou traits de soulignement, une lettre d’abord.',
  'invite.name': 'Nom',
  'invite.person': 'Pour qui',
  'invite.person.what': 'La personne, telle que les autres la verront.',
  'invite.make': 'Établir l’invitation',
  'invite.made': 'Invitation pour {person}',
  'invite.made.as': '{role}, {name} ({code}). Valable jusqu’au {date}.',
  'invite.link': 'Lien',
  'invite.copy': 'Copier le lien',
  'invite.copied': 'Le lien est dans le presse-papiers.',
  'invite.save': 'Enregistrer dans un fichier',
  'invite.qr': 'Code QR de l’invitation',
  'invite.revoke': 'Retirer',
  'invite.revoked': 'Retirée. Son porteur n’est plus dans la réunion.',
  'invite.none': 'Aucune invitation établie sur cet écran',
  'invite.none.what':
    'Celles que vous établirez figureront ici, avec leur lien, un fichier et un code QR. Le relais ne garde pas les liens : transmettez-les avant de fermer cette fenêtre.',

  'roster.lead':
    'Qui participe. Les États observateurs et les organisations parlent et lisent, mais n’ont pas de position qui bloque.',
  'roster.delegations': 'Délégations',
  'roster.groups': 'Groupes',
  'roster.code': 'Code',
  'roster.name': 'Nom',
  'roster.standing': 'Qualité',
  'roster.standing.member': 'Membre',
  'roster.standing.observer': 'Observateur',
  'roster.members': 'Membres',
  'roster.members.what': 'Codes, séparés par des virgules.',
  'roster.as-of': 'En date du',
  'roster.add-delegation': 'Ajouter la délégation',
  'roster.add-group': 'Ajouter le groupe',
  'roster.act': 'Retirer',
  'roster.remove': 'Retirer {name}',
  'roster.code.taken': 'Ce code figure déjà dans la liste.',
  'roster.members.unknown': 'Absents de la liste : {codes}.',
  'roster.name.wanted': 'Il faut un nom.',
  'roster.count': '{count, plural, =0 {Aucune encore} one {# délégation} other {# délégations}}',

  'publish.lead':
    'Une révision fige le projet en l’état, avec ses numéros. Tous la lisent, observateurs compris ; elle ne peut être reprise, seulement suivie d’une autre.',
  'publish.state': 'Le projet à présent',
  'publish.go': 'Publier {name}',
  'publish.sure': 'Publier le projet tel qu’il est à présent ?',
  'publish.yes': 'Publier',
  'publish.no': 'Pas encore',
  'publish.done': '{name} est publiée.',
  'publish.before': 'Publié jusqu’ici',
  'publish.none': 'Rien n’a été publié.',
  'publish.by': 'par {code}',
};
