import { isTagId, SEED_TAGS, type IssueTag, type TagId, type TagMark } from '../schema/issue-tag.ts';
import { ok, refuse, type Result } from '../schema/result.ts';

/** Most tags a meeting may have, and most that one thing may carry. */
export const TAGS_LIMIT = 40;
/** Most characters a tag's name may have, in UTF-16 units. */
export const TAG_NAME_LIMIT = 60;

export type TagFault = 'not-a-list' | 'too-many' | 'tag-unknown' | 'tag-doubled' | 'name-unfit';

/** What a meeting begins with, and has as long as its chair keeps no list (rule C20). */
export const SEED_LIST: readonly IssueTag[] = SEED_TAGS.map((id) => ({ id: id as string as TagId }));

/** Reads a stored list of tags (rule C20). A tag that is not among the first ones has a name. */
export function decodeTags(value: unknown): Result<readonly IssueTag[], TagFault> {
  const read = decodeList(value, (raw): IssueTag | TagFault => {
    const { id, name } = raw;
    if (typeof id !== 'string' || !isTagId(id)) return 'tag-unknown';
    if (name === undefined) return SEED_LIST.some((seed) => seed.id === id) ? { id } : 'name-unfit';
    if (typeof name !== 'string' || name.trim() === '' || name.length > TAG_NAME_LIMIT) return 'name-unfit';
    return { id, name };
  });
  if (!read.ok) return read;
  return hasDoubles(read.value.map(({ id }) => id)) ? refuse('tag-doubled') : read;
}

/** Reads what one thing carries (rule C20). Tags that are no more in the meeting's list are the reader's to pass over. */
export function decodeMarks(value: unknown): Result<readonly TagMark[], TagFault> {
  const read = decodeList(value, ({ tag, turned }): TagMark | TagFault => {
    if (typeof tag !== 'string' || !isTagId(tag)) return 'tag-unknown';
    if (turned !== undefined && typeof turned !== 'boolean') return 'tag-unknown';
    return turned ? { tag, turned } : { tag };
  });
  if (!read.ok) return read;
  return hasDoubles(read.value.map(({ tag }) => tag)) ? refuse('tag-doubled') : read;
}

function decodeList<Item extends object>(
  value: unknown,
  decode: (raw: Record<string, unknown>) => Item | TagFault,
): Result<readonly Item[], TagFault> {
  if (!Array.isArray(value)) return refuse('not-a-list');
  if (value.length > TAGS_LIMIT) return refuse('too-many');
  const items: Item[] = [];
  for (const raw of value as readonly unknown[]) {
    if (typeof raw !== 'object' || raw === null) return refuse('tag-unknown');
    const item = decode(raw as Record<string, unknown>);
    if (typeof item === 'string') return refuse(item);
    items.push(item);
  }
  return ok(items);
}

function hasDoubles(ids: readonly string[]): boolean {
  return new Set(ids).size < ids.length;
}
