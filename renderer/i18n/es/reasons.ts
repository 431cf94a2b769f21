import type { AreaOf } from '../catalog.ts';
import type { reasonsEn } from '../messages/reasons.en.ts';

export const reasons: AreaOf<typeof reasonsEn> = {
  'reason.unknown': 'No salió bien: {detail}',

  'reason.request-refused': 'La aplicación no aceptó la solicitud.',
  'reason.file-too-large': 'El archivo es demasiado grande para ser un proyecto.',
  'reason.file-unreadable': 'No se pudo leer el archivo.',
  'reason.file-unwritable': 'No se pudo escribir el archivo en ese lugar.',
  'reason.pdf-failed': 'No se pudo hacer el PDF.',
  'reason.relay-unavailable': 'Desde aquí no se llega a ningún retransmisor.',
  'reason.secrets-unavailable': 'Este equipo no tiene un lugar seguro para la invitación; guarde usted el enlace.',
  'reason.host-failed': 'La aplicación no pudo hacerlo.',

  'reason.not-text': 'Este archivo no es texto. Rostrum lee texto sin formato y Markdown.',
  'reason.text-too-long': 'Es más largo que cualquier proyecto: más de dieciséis millones de caracteres.',
  'reason.brackets-too-many': 'Tiene más corchetes de los que caben en un proyecto.',
  'reason.provisions-too-many': 'Tiene más párrafos de los que caben en un proyecto.',

  'reason.request-invalid': 'El retransmisor no entendió la solicitud.',
  'reason.request-too-large': 'Es más de lo que el retransmisor admite de una vez.',
  'reason.not-found': 'El retransmisor no conoce esa reunión.',
  'reason.method-not-allowed': 'El retransmisor no ofrece eso.',
  'reason.host-unknown': 'El retransmisor no responde en esta dirección.',
  'reason.origin-foreign': 'El retransmisor no sirve esta página.',
  'reason.not-from-here': 'Las reuniones se crean en el equipo donde funciona el retransmisor.',
  'reason.token-invalid': 'No es una invitación a esta reunión. Pida otra a la Presidencia.',
  'reason.token-expired': 'La invitación ha vencido. Pida otra a la Presidencia.',
  'reason.token-revoked': 'La Presidencia ha retirado esta invitación.',
  'reason.role-forbidden': 'Su función en esta reunión no lo permite.',
  'reason.room-forbidden': 'La invitación no abre esta parte de la reunión.',
  'reason.seed-refused': 'El retransmisor no tomó el texto de la nueva reunión.',
  'reason.too-many': 'Demasiado a la vez. El retransmisor volverá a admitirlo en un momento.',
  'reason.journal-full':
    'El disco del retransmisor está lleno. Sus cambios se guardan aquí y saldrán cuando haya sitio.',
  'reason.journal-read-only': 'El retransmisor no puede escribir en su disco. Sus cambios se guardan aquí.',
  'reason.journal-broken': 'El registro del retransmisor está dañado. Sus cambios se guardan aquí.',
  'reason.meeting-exists': 'El retransmisor ya tiene esta reunión; no se restauró nada.',
  'reason.restore-conflict':
    'Una restauración anterior de esta reunión, desde otra copia, quedó interrumpida. Complétela, o restaure en un lugar vacío.',
  'reason.backup-damaged': 'La copia de seguridad está dañada; no se restauró nada.',
  'reason.backup-malformed': 'Este archivo no es la copia de seguridad de una reunión.',
  'reason.relay-fault': 'El retransmisor falló. No se cambió nada.',

  'reason.bad-message': 'El retransmisor no entendió a este programa.',
  'reason.room-unknown': 'El retransmisor ya no tiene esta reunión.',
  'reason.protocol-unsupported': 'Este programa y el retransmisor son de versiones distintas.',
  'reason.write-refused': 'El retransmisor no aceptó un cambio. Se apartó y el texto se leyó de nuevo.',
  'reason.left': 'Ha salido de la reunión.',
  'reason.room-unreadable': 'El retransmisor no pudo leer esta reunión de su disco.',
  'reason.relay-stopping': 'El retransmisor se está deteniendo.',
  'reason.slow-reader': 'La línea es demasiado lenta; la reunión se lee de nuevo.',

  'reason.room-read-only': 'Esta parte de la reunión no admite cambios suyos.',
  'reason.update-malformed': 'El retransmisor no pudo leer el cambio.',
  'reason.update-pending': 'El cambio remite a algo que el retransmisor no conoce.',
  'reason.update-too-deep': 'El cambio está anidado a demasiada profundidad.',
  'reason.client-not-yours': 'El cambio llegó con el nombre de otra delegación.',
  'reason.root-unknown': 'El cambio se refiere a algo que esta reunión no contiene.',
  'reason.key-not-yours': 'El cambio toca lo que puso otra delegación.',
  'reason.value-invalid': 'El cambio contiene un valor no admitido.',
  'reason.insert-not-allowed': 'Ahí no se pueden poner palabras.',
  'reason.delete-not-yours': 'Estas palabras son de otra delegación; proponga suprimirlas.',
  'reason.words-accepted':
    'La Presidencia ha aceptado palabras que usted estaba retirando. Permanecen; todo lo demás que escribió se ha aceptado.',

  'reason.place-gone': 'El lugar ya no existe: alguien cambió el texto ahí.',
  'reason.bracket-gone': 'El corchete ya está cerrado.',
  'reason.display-away': 'Esta pantalla abre una reunión en la que este equipo ya está. Únase primero a la reunión.',
  'reason.nobody-has-a-vote': 'Nadie en la lista tiene voto. Añada primero a los miembros.',
  'reason.vote-open': 'Hay una votación abierta. Proclame antes su resultado o cancélela.',
  'reason.provision-gone': 'La disposición ya no está en el proyecto.',
  'reason.chair-only': 'Solo la Presidencia puede hacerlo.',
  'reason.not-yours': 'Solo la delegación que lo propuso puede hacerlo.',
  'reason.nothing-to-do': 'Aquí no hay nada que hacer.',
  'reason.variant-unknown': 'La elección no tiene esa variante.',

  'reason.bracket-of-another':
    'Este corchete es de otra delegación. Exprese una posición o pida mantener las palabras.',
  'reason.format-chair-only': 'Solo la Presidencia pone palabras en cursiva o negrita.',
  'reason.no-selection': 'Seleccione primero las palabras.',
};
