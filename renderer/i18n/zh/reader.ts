import type { AreaOf } from '../catalog.ts';
import type { readerEn } from '../messages/reader.en.ts';

export const reader: AreaOf<typeof readerEn> = {
  'reader.title': '阅读',
  'reader.revision': '订正稿',
  'reader.published': '发布于 {when}',
  'reader.not-live': '非现行案文',
  'reader.agreed':
    '{of, number}段中{agreed, number}段暂定商定，{open, plural, =0 {没有未决方括号} other {#处方括号未决}}',
  'reader.contents': '目录',
  'reader.text': '{symbol} {revision}',
  'reader.find': '在案文中查找',
  'reader.found': '{count, plural, =0 {未找到} other {第 {index, number} 处，共 {count, number} 处}}',
  'reader.find.next': '下一处',
  'reader.find.previous': '上一处',
  'reader.print': '打印',
  'reader.cite': '复制引文出处',
  'reader.cite.number': '复制第 {number} 段出处',
  'reader.cited': '已复制：{citation}',
  'reader.citation': '{symbol}，{revision}，第 {number} 段',
  'reader.citation.whole': '{symbol}，{revision}',
  'reader.brackets': '{count, plural, =0 {无方括号} other {# 个方括号}}',
  'reader.hash': '指纹 {hash}',
  'reader.hash.what': '指纹相同的两份文本词句相同。',
  'reader.sealed': '已封存',
  'reader.unsealed': '与封存不符',
  'reader.unsealed.what': '此修订稿的词句与生成其指纹时的词句不同。使用前请向秘书处索取该修订稿。',
  'reader.none.title': '尚未发布任何案文',
  'reader.none.observer': '各代表团正在商讨案文。主席发布订正稿后，会自动出现在此处。',
  'reader.none.chair': '请从主席工作台发布 Rev.1；观察员和代表团即可在此阅读。',
  'reader.none.delegation': '主席发布订正稿后，会自动出现在此处。',
};
