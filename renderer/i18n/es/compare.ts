import type { AreaOf } from '../catalog.ts';
import type { compareEn } from '../messages/compare.en.ts';

export const compare: AreaOf<typeof compareEn> = {
  'view.compare': 'Comparar',
  'compare.bar': 'Qué se compara y cómo se muestra',
  'compare.from': 'Comparar desde',
  'compare.to': 'Comparar con',
  'compare.live': 'Texto en curso',
  'compare.live.now': 'Texto en curso, tal como está',
  'compare.published': '{name}, publicada {when}',
  'compare.text': '{to} comparado con {from}',
  'compare.shape': 'Cómo se muestra',
  'compare.unified': 'Texto único',
  'compare.beside': 'En paralelo',
  'compare.filter': 'Qué cambios',
  'compare.filter.all': 'Todos los cambios',
  'compare.filter.words': 'Palabras cambiadas',
  'compare.filter.brackets': 'Corchetes',
  'compare.filter.places': 'Trasladados, divididos, unidos',
  'compare.folded': 'Solo cambios',
  'compare.count': '{count, plural, =0 {Sin cambios} one {# cambio} many {# de cambios} other {# cambios}}',
  'compare.at': 'Cambio {index, number} de {count, number}',
  'compare.print': 'Imprimir',
  'compare.list': 'Disposiciones cambiadas',
  'compare.row': '{count, plural, one {# cambio} many {# de cambios} other {# cambios}}',
  'compare.new': 'Nuevo',
  'compare.gone': 'Retirado',
  'compare.moved': 'Trasladado aquí',
  'compare.left': 'Trasladado, ahora {number}',
  'compare.was': 'era {number}',
  'compare.of': '{name}, {number}',
  'compare.split': 'Separado de {number}',
  'compare.joined': 'Unido a {number}',
  'compare.recast': 'Ahora: {kind}',
  'compare.opened':
    '{count, plural, one {# corchete abierto} many {# de corchetes abiertos} other {# corchetes abiertos}}',
  'compare.opened.by':
    '{count, plural, one {# corchete abierto por {codes}} many {# de corchetes abiertos por {codes}} other {# corchetes abiertos por {codes}}}',
  'compare.closed':
    '{count, plural, one {# corchete cerrado} many {# de corchetes cerrados} other {# corchetes cerrados}}',
  'compare.closed.ruling':
    '{count, plural, one {# corchete cerrado, decisión de {when}} many {# de corchetes cerrados, última decisión {when}} other {# corchetes cerrados, última decisión {when}}}',
  'compare.agreed': 'Acordado ad referéndum, {when}',
  'compare.drift': 'Lenguaje: «{before}» → «{after}», {drift}',
  'compare.unchanged':
    '{count, plural, one {# disposición sin cambios} many {# de disposiciones sin cambios} other {# disposiciones sin cambios}}',
  'compare.told.struck': '«{struck}» suprimido',
  'compare.told.inserted': '«{inserted}» insertado',
  'compare.told.replaced': '«{struck}» sustituido por «{inserted}»',
  'compare.none.title': 'Todavía no hay nada que comparar',
  'compare.none': 'Se pueden comparar dos estados del texto en cuanto se haya publicado una revisión.',
  'compare.none.observer': 'En cuanto se publique una segunda revisión, podrá compararse con la primera.',
  'compare.alike': 'Los dos textos dicen lo mismo.',
  'compare.no-match': 'Ningún cambio de este tipo.',
  'compare.sum.reworded':
    '{count, plural, one {# disposición reformulada} many {# de disposiciones reformuladas} other {# disposiciones reformuladas}}',
  'compare.sum.added': '{count, plural, one {# nueva} many {# de nuevas} other {# nuevas}}',
  'compare.sum.gone': '{count, plural, one {# retirada} many {# de retiradas} other {# retiradas}}',
  'compare.sum.moved': '{count, plural, one {# trasladada} many {# de trasladadas} other {# trasladadas}}',
  'compare.sum.split': '{count, plural, one {# separada} many {# de separadas} other {# separadas}}',
  'compare.sum.joined': '{count, plural, one {# unida} many {# de unidas} other {# unidas}}',
  'compare.sum.weaker':
    '{count, plural, one {# con lenguaje más débil} many {# con lenguaje más débil} other {# con lenguaje más débil}}',
  'compare.sum.stronger':
    '{count, plural, one {# con lenguaje más firme} many {# con lenguaje más firme} other {# con lenguaje más firme}}',
  'compare.with': 'Comparar',
  'compare.with.name': 'Comparar {name} con otro texto',
};
