import type { AreaOf } from '../catalog.ts';
import type { findingEn } from '../messages/finding.en.ts';

export const finding: AreaOf<typeof findingEn> = {
  'key.find': '在案文中查找',
  'find.title': '在案文中查找',
  'find.whole': '全字匹配',
  'find.count': '{count, plural, =0 {未找到} other {第 {index} 处，共 {count} 处}}',
  'find.previous': '上一处',
  'find.next': '下一处',
  'find.close': '关闭',
  'find.replace.open': '替换',
  'find.replace.with': '替换为',
  'find.replace.one': '替换',
  'find.replace.all': '全部替换',
  'find.replaced': '{count, plural, =0 {未作替换} other {已替换 # 处}}',
  'find.agreed': '{count, plural, other {# 处位于已暂定商定的条款中。替换将重新开放这些条款。}}',
  'find.agreed.replace': '也予替换',
  'find.agreed.leave': '保留不变',
  'nest.title': '光标所在的方括号',
  'nest.select': '选定其文字',
};
