import { X } from 'lucide-react';
import { useState } from 'react';
import { TAG_NAME_LIMIT, TAGS_LIMIT } from '../../../../shared/procedure/tag-record.ts';
import { isTagId, type IssueTag } from '../../../../shared/schema/issue-tag.ts';
import { Button } from '../../../controls/Button.tsx';
import { Disclosure } from '../../../controls/Disclosure.tsx';
import { IconButton } from '../../../controls/IconButton.tsx';
import { TextField } from '../../../controls/TextField.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useTagNames } from './use-tag-names.ts';

export interface TagListProps {
  readonly tags: readonly IssueTag[];
  onChange(tags: readonly IssueTag[]): void;
}

/** The issues of this meeting; the chair adds its own and takes out what does not matter here. */
export function TagList({ tags, onChange }: TagListProps) {
  const say = useText();
  const nameOf = useTagNames();
  const [name, setName] = useState('');
  const add = () => {
    const id = freeId(tags);
    if (isTagId(id) && name.trim()) onChange([...tags, { id, name: name.trim().slice(0, TAG_NAME_LIMIT) }]);
    setName('');
  };
  return (
    <Disclosure title={say('division.list')}>
      <ul role="list" className="division-tags">
        {tags.map((tag) => (
          <li key={tag.id}>
            {nameOf(tag)}
            <IconButton
              label={say('division.list.remove', { tag: nameOf(tag) })}
              onPress={() => onChange(tags.filter(({ id }) => id !== tag.id))}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
      <form
        className="division-add"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField label={say('division.list.add')} value={name} maxLength={TAG_NAME_LIMIT} onChange={setName} />
        <Button type="submit" isDisabled={name.trim() === '' || tags.length >= TAGS_LIMIT}>
          {say('division.list.add')}
        </Button>
      </form>
    </Disclosure>
  );
}

/** Names are in any language, so ids are counted. */
function freeId(tags: readonly IssueTag[]): string {
  for (let number = 1; ; number += 1) {
    const id = `own-${number}`;
    if (!tags.some((tag) => tag.id === (id as string))) return id;
  }
}
