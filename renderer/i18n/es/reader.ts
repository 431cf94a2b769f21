import type { AreaOf } from '../catalog.ts';
import type { readerEn } from '../messages/reader.en.ts';

export const reader: AreaOf<typeof readerEn> = {
  'reader.title': 'Lectura',
  'reader.revision': 'Revisión',
  'reader.published': 'Publicada {when}',
  'reader.not-live': 'No es el texto en curso',
  'reader.agreed':
    '{agreed, number} de {of, number} acordados ad referéndum, {open, plural, =0 {ningún corchete abierto} one {# corchete abierto} other {# corchetes abiertos}}',
  'reader.contents': 'Índice',
  'reader.text': '{revision} de {symbol}',
  'reader.find': 'Buscar en el texto',
  'reader.found': '{count, plural, =0 {No se encontró} other {{index, number} de {count, number}}}',
  'reader.find.next': 'Siguiente',
  'reader.find.previous': 'Anterior',
  'reader.print': 'Imprimir',
  'reader.cite': 'Copiar la cita',
  'reader.cite.number': 'Copiar la cita de {number}',
  'reader.cited': 'Copiado: {citation}',
  'reader.citation': '{symbol}, {revision}, párr. {number}',
  'reader.citation.whole': '{symbol}, {revision}',
  'reader.brackets': '{count, plural, =0 {ningún corchete} one {# corchete} other {# corchetes}}',
  'reader.hash': 'Huella {hash}',
  'reader.hash.what': 'Dos ejemplares con la misma huella tienen las mismas palabras.',
  'reader.sealed': 'Sellada',
  'reader.unsealed': 'No coincide con el sello',
  'reader.unsealed.what':
    'Las palabras de esta revisión no son aquellas de las que se sacó su huella. Pida la revisión a la Secretaría antes de fiarse de ella.',
  'reader.none.title': 'Aún no se ha publicado nada',
  'reader.none.observer':
    'Las delegaciones trabajan en el texto. Cuando la Presidencia publique una revisión, aparecerá aquí por sí sola.',
  'reader.none.chair': 'Publique Rev.1 desde la mesa de la Presidencia; observadores y delegaciones la leerán aquí.',
  'reader.none.delegation': 'Cuando la Presidencia publique una revisión, aparecerá aquí por sí sola.',
};
