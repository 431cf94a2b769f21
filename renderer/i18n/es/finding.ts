import type { AreaOf } from '../catalog.ts';
import type { findingEn } from '../messages/finding.en.ts';

export const finding: AreaOf<typeof findingEn> = {
  'key.find': 'Buscar en el texto',
  'find.title': 'Buscar en el texto',
  'find.whole': 'Solo palabras completas',
  'find.count': '{count, plural, =0 {Sin resultados} other {{index} de {count}}}',
  'find.previous': 'Coincidencia anterior',
  'find.next': 'Coincidencia siguiente',
  'find.close': 'Cerrar',
  'find.replace.open': 'Reemplazar',
  'find.replace.with': 'Reemplazar por',
  'find.replace.one': 'Reemplazar',
  'find.replace.all': 'Reemplazar todo',
  'find.replaced':
    '{count, plural, =0 {Ningún reemplazo} one {# reemplazo} many {# de reemplazos} other {# reemplazos}}',
  'find.agreed':
    '{count, plural, one {# coincidencia está en una disposición acordada ad referéndum. Reemplazarla reabre la disposición.} many {# de coincidencias están en disposiciones acordadas ad referéndum. Reemplazarlas reabre esas disposiciones.} other {# coincidencias están en disposiciones acordadas ad referéndum. Reemplazarlas reabre esas disposiciones.}}',
  'find.agreed.replace': 'Reemplazar también ahí',
  'find.agreed.leave': 'Dejar como están',
  'nest.title': 'Corchetes en torno al cursor',
  'nest.select': 'Seleccionar sus palabras',
  'lines.show': 'Números de línea',
  'rendering.title': 'Presentación',
  'rendering.attributed': 'Con proponentes',
  'rendering.unattributed': 'Sin proponentes',
  'rendering.clean': 'En limpio',
  'rendering.clean.text': 'Texto en limpio de {symbol}',
  'rendering.chooser': 'Qué figura en cada corchete',
  'rendering.chooser.lead':
    'Vista previa solo en esta pantalla. Cada corchete muestra un texto al que nadie se opone, salvo que elija otro.',
  'rendering.chooser.reset':
    '{count, plural, one {Deshacer su elección} many {Deshacer sus # de elecciones} other {Deshacer sus # elecciones}}',
  'rendering.chooser.none': 'No hay corchetes en esta disposición.',
};
