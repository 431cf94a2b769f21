import type * as Y from 'yjs';
import { decodeMarks, decodeTags, SEED_LIST } from '../../../shared/procedure/tag-record.ts';
import { parseTarget } from '../../../shared/positions/target.ts';
import type { IssueTag, TagMark, Tagging } from '../../../shared/schema/issue-tag.ts';
import { targetKey, type Target } from '../../../shared/schema/position.ts';
import type { Observed } from '../contract.ts';
import { ROOTS } from '../rooms.ts';
import { keep } from './observed.ts';

/** The issues a meeting divides along, and what is about which of them. */
export interface TagsStore {
  readonly tags: Observed<readonly IssueTag[]>;
  readonly tagging: Observed<Tagging>;
  list(tags: readonly IssueTag[]): void;
  mark(target: Target, marks: readonly TagMark[]): void;
  stop(): void;
}

const LIST = 'tags';
const TAG = Symbol('tag issues');

export function openTags(doc: Y.Doc): TagsStore {
  const profile = doc.getMap(ROOTS.profile);
  const root = doc.getMap(ROOTS.tags);
  const readList = (): readonly IssueTag[] => {
    const read = decodeTags(profile.get(LIST));
    return read.ok ? read.value : SEED_LIST;
  };
  const readAll = (): Tagging =>
    new Map(
      [...root.entries()].flatMap(([key, value]): [string, readonly TagMark[]][] => {
        const marks = parseTarget(key) ? decodeMarks(value) : undefined;
        return marks?.ok ? [[key, marks.value]] : [];
      }),
    );
  const tags = keep(readList());
  const tagging = keep<Tagging>(readAll());
  const refreshList = (event: Y.YMapEvent<unknown>) => {
    if (event.keysChanged.has(LIST)) tags.set(readList());
  };
  const refresh = () => tagging.set(readAll());
  profile.observe(refreshList);
  root.observe(refresh);
  return {
    tags,
    tagging,
    list: (next) => doc.transact(() => profile.set(LIST, [...next]), TAG),
    mark(target, marks) {
      const key = targetKey(target);
      doc.transact(() => (marks.length > 0 ? root.set(key, [...marks]) : root.delete(key)), TAG);
    },
    stop() {
      profile.unobserve(refreshList);
      root.unobserve(refresh);
    },
  };
}
