import type { AreaOf } from '../catalog.ts';
import type { chairEn } from '../messages/chair.en.ts';

export const chair: AreaOf<typeof chairEn> = {
  'desk.title': 'Mesa de la Presidencia',
  'desk.invitations': 'Invitaciones',
  'desk.roster': 'Delegaciones y grupos',
  'desk.publish': 'Publicar',

  'invite.lead':
    'Una invitación dice en nombre de quién habla su portador: désela a una sola persona. Puede retirarse en cualquier momento.',
  'invite.role': 'Función',
  'invite.delegation': 'Delegación',
  'invite.other': 'Otra',
  'invite.code': 'Código',
  'invite.code.what': 'En mayúsculas, como MEX o AOSIS.',
  'invite.code.wrong':
    'Un código tiene de una a dieciséis mayúsculas, cifras o guiones bajos, y empieza por una letra.',
  'invite.name': 'Nombre',
  'invite.person': 'Para quién',
  'invite.person.what': 'La persona, tal como la verán los demás.',
  'invite.make': 'Hacer la invitación',
  'invite.made': 'Invitación para {person}',
  'invite.made.as': '{role}, {name} ({code}). Válida hasta el {date}.',
  'invite.link': 'Enlace',
  'invite.copy': 'Copiar el enlace',
  'invite.copied': 'El enlace está en el portapapeles.',
  'invite.save': 'Guardar como archivo',
  'invite.qr': 'Código QR de la invitación',
  'invite.revoke': 'Retirar',
  'invite.revoked': 'Retirada. Quien la tenga queda fuera de la reunión.',
  'invite.none': 'Aún no hay invitaciones hechas en esta pantalla',
  'invite.none.what':
    'Las que haga figurarán aquí, con su enlace, un archivo y un código QR. El retransmisor no guarda los enlaces: entréguelos antes de cerrar esta ventana.',

  'roster.lead':
    'Quién participa. Los Estados observadores y las organizaciones hablan y leen, pero no tienen una posición que bloquee.',
  'roster.delegations': 'Delegaciones',
  'roster.groups': 'Grupos',
  'roster.code': 'Código',
  'roster.name': 'Nombre',
  'roster.standing': 'Condición',
  'roster.standing.member': 'Miembro',
  'roster.standing.observer': 'Observador',
  'roster.members': 'Miembros',
  'roster.members.what': 'Códigos, separados por comas.',
  'roster.as-of': 'A fecha de',
  'roster.add-delegation': 'Añadir la delegación',
  'roster.add-group': 'Añadir el grupo',
  'roster.act': 'Quitar',
  'roster.remove': 'Quitar {name}',
  'roster.code.taken': 'Este código ya está en la lista.',
  'roster.members.unknown': 'No están en la lista: {codes}.',
  'roster.name.wanted': 'Hace falta un nombre.',
  'roster.count': '{count, plural, =0 {Ninguna aún} one {# delegación} other {# delegaciones}}',

  'publish.lead':
    'Una revisión congela el proyecto tal como está, con sus números. Todos la leen, incluidos los observadores; no puede retirarse, solo seguirla otra.',
  'publish.state': 'El proyecto ahora',
  'publish.go': 'Publicar {name}',
  'publish.sure': '¿Publicar el proyecto tal como está ahora?',
  'publish.yes': 'Publicar',
  'publish.no': 'Todavía no',
  'publish.done': '{name} está publicada.',
  'publish.before': 'Publicado hasta ahora',
  'publish.none': 'No se ha publicado nada.',
  'publish.by': 'por {code}',
};
