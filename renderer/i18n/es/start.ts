import type { AreaOf } from '../catalog.ts';
import type { startEn } from '../messages/start.en.ts';

export const start: AreaOf<typeof startEn> = {
  'start.statement': 'Un solo texto, cada corchete en su lugar.',
  'start.lead':
    'Las delegaciones negocian juntas un documento final. La Presidencia ve en todo momento qué disposiciones separan a la sala del consenso, y qué las desbloquearía.',
  'start.ways': 'Formas de entrar en una reunión',
  'start.working': 'Un momento…',

  'start.demo.title': 'Ver la demostración',
  'start.demo.lead':
    'Un proyecto ficticio sobre armas pequeñas, con corchetes de toda clase y las posiciones de una docena de delegaciones. Usted preside; nadie más está en ella si no lo invita.',
  'start.demo.open': 'Abrir la demostración',

  'start.make.title': 'Crear una reunión a partir de un archivo',
  'start.make.lead':
    'Texto sin formato o Markdown. Los corchetes pasan a ser negociables. Verá lo que se leyó, y lo que no se pudo leer, antes de que se cree nada.',
  'start.make.choose': 'Elegir un archivo',

  'start.join.title': 'Participar con una invitación',
  'start.join.lead': 'La envía la Presidencia en forma de enlace. Dice en nombre de qué delegación habla usted.',
  'start.join.field': 'Enlace de invitación',
  'start.join.hint': 'Pegue aquí el enlace',
  'start.join.go': 'Participar',
  'start.join.none':
    'En este texto no hay ninguna invitación. Es el enlace largo que envió la Presidencia; péguelo entero.',
  'start.join.expired': 'Esta invitación venció el {date}. Pida otra a la Presidencia.',
  'start.join.as': 'Participará como {role}: {name} ({code}), {person}.',
  'start.join.joining': 'Entrando en la reunión…',
  'start.join.failed': 'No ha entrado en la reunión.',

  'start.kept.title': 'En este equipo',
  'start.kept.none':
    'Aquí figuran las reuniones que abra. Todo lo que escribió en ellas se guarda en este equipo, para que pueda seguir sin red.',
  'start.kept.as': '{role}, {code}',
  'start.kept.opened': 'abierta {when}',
  'start.kept.open': 'Abrir {title}',
  'start.kept.forget': 'Quitar {title} de este equipo',
  'start.kept.sure': '¿Quitarla, con lo que el retransmisor no ha recibido?',
  'start.kept.remove': 'Quitar',
  'start.kept.keep': 'Conservar',

  'start.specimen.title': 'Cómo se lee un proyecto',
  'start.specimen.number': '12.',
  'start.specimen.text.urges': 'Insta',
  'start.specimen.text.invites': 'Invita',
  'start.specimen.text.states': 'a los Estados Miembros a que marquen cada arma',
  'start.specimen.text.insert': 'en el momento de la fabricación',
  'start.specimen.text.records': 'y a que conserven los registros',
  'start.specimen.text.delete': 'durante al menos treinta años',
  'start.specimen.text.end': ';',
  'start.specimen.choice': 'Una elección. Quedará una sola redacción.',
  'start.specimen.insert': 'Adición propuesta por México, con el apoyo de otras dos. Nadie más puede alterarla.',
  'start.specimen.plain': 'El texto sin corchetes está acordado por ahora.',
  'start.specimen.delete': 'Palabras que Noruega suprimiría. Permanecen hasta que decida la Presidencia.',

  'report.title': 'Leído de {name}',
  'report.provisions': '{count, plural, one {disposición} other {disposiciones}}',
  'report.brackets': '{count, plural, one {corchete} other {corchetes}}',
  'report.words': '{count, plural, one {palabra} other {palabras}}',
  'report.kinds': 'Corchetes por clase',
  'report.variants': 'Redacciones a elegir',
  'report.imbalance':
    '{count, plural, =0 {Todos los corchetes tienen pareja} one {# corchete no tiene pareja} other {# corchetes no tienen pareja}}',
  'report.imbalance.what':
    'Quedan en el texto tal como están. No se descartó nada, y una exportación devuelve los mismos caracteres. Corríjalos en el proyecto cuando la sala sepa lo que se quiso decir.',
  'report.imbalance.none': 'No se descartó nada; una exportación devuelve los mismos caracteres.',
  'report.unread':
    '{count, plural, one {# propuesta sobre la forma del proyecto no pudo leerse} other {# propuestas sobre la forma del proyecto no pudieron leerse}}',
  'report.unread.what': 'Quedan en el texto como palabras. Propóngalas de nuevo en el proyecto.',
  'unread.shape-form': 'forma desconocida',
  'unread.shape-target': 'no designa una única disposición de este texto',
  'report.line': 'Línea',
  'report.column': 'Columna',
  'report.reason': 'Qué falta',
  'report.around': 'En el texto',
  'report.more': '{count, plural, one {y # más} other {y # más}}',
  'report.as-read': 'Las disposiciones tal como se leyeron',
  'report.meeting': 'La reunión',
  'report.field.title': 'Título',
  'report.field.symbol': 'Signatura del documento',
  'report.field.symbol.what': 'Por ejemplo, A/CONF.192/BMS/2026/CRP.1. Las citas empiezan con ella.',
  'report.field.language': 'Idioma del proyecto',
  'report.field.person': 'Su nombre',
  'report.field.person.what': 'Usted preside. Los demás ven este nombre en su cursor.',
  'report.make': 'Crear la reunión',
  'stray.unopened': 'no cierra nada',
  'stray.unclosed': 'nunca se cierra',
  'stray.too-deep': 'está anidado a demasiada profundidad',
};
