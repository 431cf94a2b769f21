import type { AreaOf } from '../catalog.ts';
import type { appEn } from '../messages/app.en.ts';

export const app: AreaOf<typeof appEn> = {
  'app.name': 'Rostrum',
  'app.language': 'Idioma',
  'app.theme': 'Apariencia',
  'app.theme.system': 'Como el sistema',
  'app.theme.light': 'Clara',
  'app.theme.dark': 'Oscura',
  'app.close': 'Cerrar',
  'app.cancel': 'Cancelar',
  'app.back': 'Volver',
  'app.copy': 'Copiar',
  'app.copied': 'Copiado',
  'app.broke.title': 'Esta pantalla se detuvo',
  'app.broke.lead':
    'Algo falló en el programa al dibujar esta pantalla. Sus cambios se conservan: se escribieron antes de dibujarla.',
  'app.broke.again': 'Dibujarla de nuevo',
  'app.broke.detail': 'Lo que indicó el programa',

  'view.draft': 'Proyecto',
  'view.board': 'Panel',
  'view.reader': 'Lectura',
  'view.desk': 'Mesa de la Presidencia',
  'view.choose': 'Vistas de la reunión',

  'meeting.live': 'Texto en curso',
  'meeting.live.after': 'Texto en curso tras {revision}',
  'meeting.observer': 'Texto publicado',
  'meeting.leave': 'Salir de la reunión',
  'meeting.menu': 'Más',
  'meeting.untitled': 'Proyecto sin título',

  'save.local': 'En este equipo',
  'save.saved': 'Guardado por el retransmisor',
  'save.connecting': 'Conectando',
  'save.saving': 'Guardando',
  'save.offline':
    '{pending, plural, =0 {Sin conexión} one {Sin conexión: # cambio guardado aquí} other {Sin conexión: # cambios guardados aquí}}',
  'save.refused':
    '{pending, plural, =0 {El retransmisor no admite cambios} one {# cambio espera aquí} other {# cambios esperan aquí}}',
  'save.closed': 'No conectado',
  'save.what.local': 'Esta reunión no tiene retransmisor. Lo que escribe se guarda en este equipo, y solo aquí.',
  'save.what.saved': 'El retransmisor ha recibido y escrito todos los cambios.',
  'save.what.connecting': 'Se está llamando al retransmisor. Lo que escribe se guarda aquí y saldrá cuando responda.',
  'save.what.saving':
    '{pending, plural, one {# cambio va camino del retransmisor.} other {# cambios van camino del retransmisor.}}',
  'save.what.offline':
    'No se puede llegar al retransmisor. Siga escribiendo: sus cambios se guardan en este equipo y se incorporarán cuando vuelva la línea.',
  'save.what.memory':
    'Este navegador no guarda nada: si cierra la ventana, se perderán los cambios que no hayan salido.',
  'save.reopen.what':
    'Lo que el retransmisor ha rechazado queda en esta máquina, apartado. Copie lo que necesite y retome después el texto tal como lo tiene la sala.',
  'save.reopen': 'Volver a leer la reunión',

  'people.here': '{count, plural, one {# presente} other {# presentes}}',
  'people.title': 'Personas en el texto',
  'people.none': 'No hay nadie más en el texto.',
  'people.at': 'en {provision}',
  'people.writing': 'escribe',
  'people.me': 'usted',

  'export.title': 'Exportar',
  'export.draft': 'El proyecto tal como está',
  'export.revision': '{revision}',
  'export.text': 'Texto sin formato',
  'export.markdown': 'Markdown',
  'export.pdf': 'PDF',
  'export.done': 'Guardado como {name}.',

  'palette.title': 'Órdenes',
  'palette.hint': '¿Qué desea hacer?',
  'palette.none': 'Ninguna orden tiene estas palabras.',
  'goto.title': 'Ir a una disposición',
  'goto.hint': 'Un número como 2bis(a) o pp3, o palabras del texto',
  'goto.none': 'Ninguna disposición tiene este número ni estas palabras.',

  'keys.title': 'Teclas',
  'keys.anywhere': 'En todas partes',
  'keys.text': 'En el texto',
  'keys.panel': 'En el panel de posiciones',
  'key.next-bracket': 'Siguiente corchete abierto',
  'key.previous-bracket': 'Corchete abierto anterior',
  'key.next-pane': 'Siguiente panel',
  'key.previous-pane': 'Panel anterior',
  'key.go-to': 'Ir a una disposición',
  'key.palette': 'Órdenes',
  'key.position': 'Expresar una posición',
  'key.toolbar': 'A la barra de herramientas',
  'key.reader': 'Lectura, en el mismo lugar, y vuelta',
  'key.board': 'Panel, en el mismo lugar, y vuelta',
  'key.keys': 'Esta lista',
  'key.escape': 'Volver al texto',
  'key.undo': 'Deshacer su último cambio',
  'key.redo': 'Rehacerlo',
  'key.stances': 'Apoyo, puede aceptar, sin posición, reserva, objeción',
};
