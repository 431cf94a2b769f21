import { useState } from 'react';
import type { BracketId, ProvisionId } from '../../../../shared/schema/ids.ts';
import type { TagId } from '../../../../shared/schema/issue-tag.ts';
import { targetKey, type Target, type TargetKey } from '../../../../shared/schema/position.ts';
import { Disclosure } from '../../../controls/Disclosure.tsx';
import { Select } from '../../../controls/Select.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useSession, useTagging, useTags } from '../../../session/hooks.ts';
import { useWording } from '../../../session/wording.ts';
import { useNames } from '../use-names.ts';
import { useTagNames } from './use-tag-names.ts';
import './division.css';

export interface TagEditorProps {
  readonly provision: ProvisionId;
  readonly brackets: readonly BracketId[];
}

/** What a provision, a bracket in it or a wording is about; the chair's. */
export function TagEditor({ provision, brackets }: TagEditorProps) {
  const say = useText();
  const names = useNames();
  const wording = useWording();
  const { chair } = useSession();
  const tags = useTags();
  const tagging = useTagging();
  const nameOf = useTagNames();
  const places: readonly { readonly target: Target; readonly label: string }[] = [
    { target: { type: 'provision', provision }, label: names.provision(provision) },
    ...brackets
      .flatMap((id) => [id, ...wording.variantsOf(id).map((variant) => variant.id)])
      .map((id) => ({ target: { type: 'bracket', bracket: id } as const, label: names.bracket(id) })),
  ];
  const [chosen, choose] = useState<TargetKey>();
  const place = places.find(({ target }) => targetKey(target) === chosen) ?? places[0];
  if (!chair || !place) return undefined;
  const marks = tagging.get(targetKey(place.target)) ?? [];
  const set = (tag: TagId, change: { readonly on: boolean; readonly turned?: boolean }) => {
    const others = marks.filter((mark) => mark.tag !== tag);
    chair.tag(place.target, change.on ? [...others, { tag, ...(change.turned ? { turned: true } : {}) }] : others);
  };
  const carried = places.reduce((sum, { target }) => sum + (tagging.get(targetKey(target))?.length ?? 0), 0);
  return (
    <Disclosure title={`${say('division.tags')}${carried > 0 ? ` (${carried})` : ''}`}>
      <div className="division-edit">
        <Select
          label={say('division.tags.on')}
          value={targetKey(place.target)}
          options={places.map(({ target, label }) => ({ value: targetKey(target), label }))}
          onChange={choose}
        />
        <ul role="list">
          {tags.map((tag) => {
            const mark = marks.find((one) => one.tag === tag.id);
            return (
              <li key={tag.id}>
                <label>
                  <input
                    type="checkbox"
                    checked={mark !== undefined}
                    onChange={(event) => set(tag.id, { on: event.target.checked })}
                  />
                  {nameOf(tag)}
                </label>
                {mark && (
                  <label className="division-turned">
                    <input
                      type="checkbox"
                      aria-label={say('division.turned.of', { tag: nameOf(tag) })}
                      checked={mark.turned === true}
                      onChange={(event) => set(tag.id, { on: true, turned: event.target.checked })}
                    />
                    {say('division.turned')}
                  </label>
                )}
              </li>
            );
          })}
        </ul>
        <p className="outlook-hint">{say('division.tags.what')}</p>
      </div>
    </Disclosure>
  );
}
