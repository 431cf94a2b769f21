import { SEED_TAGS, type IssueTag, type TagId } from '../../../../shared/schema/issue-tag.ts';
import { useText } from '../../../i18n/text.tsx';
import { useTags } from '../../../session/hooks.ts';

/** What issues are called: in the chair's words, or the interface's where the chair gave none. */
export function useTagNames(): (tag: IssueTag | TagId) => string {
  const say = useText();
  const tags = useTags();
  return (tag) => {
    const id = typeof tag === 'string' ? tag : tag.id;
    const name = tags.find((one) => one.id === id)?.name;
    if (name !== undefined) return name;
    const seed = SEED_TAGS.find((one) => one === (id as string));
    return seed ? say(`tag.${seed}`) : id;
  };
}
