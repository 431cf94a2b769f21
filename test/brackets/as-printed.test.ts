import { expect, test } from 'vitest';
import { asPrinted } from '../../shared/brackets/as-printed.ts';
import { layOut } from '../../shared/brackets/lay-out.ts';
import { bracketed } from './bracketed.ts';

/** A provision of bracketed text as a printer sets it, a line under each character that its first bracket covers. */
function printed(text: string): string[] {
  const { draft } = bracketed(text);
  const provision = draft.provisions[0]!;
  const parts = asPrinted(layOut(provision, draft.brackets));
  const words = parts.map((part) =>
    part.type === 'run' ? provision.text.slice(part.from, part.to) : part.side === 'open' ? '[' : ']',
  );
  const covered = parts.map((part, index) =>
    (part.type === 'run' && part.covers.length > 0 ? '_' : ' ').repeat(words[index]!.length),
  );
  return [words.join(''), covered.join('').trimEnd()];
}

test.each([
  ['a bracket behind a word', 'States[ always] agree.', 'States [always] agree.', '        ______'],
  ['two that open at once', 'States[[ always] now] agree.', 'States [[always] now] agree.', '         ______ ____'],
  ['one before a blank keeps its place', 'States [always ]agree.', 'States [always ]agree.', '        _______'],
  ['one of nothing but a blank', 'States[ ]agree.', 'States[ ]agree.', '       _'],
  ['one behind another', 'States[ may][ shall] agree.', 'States [may] [shall] agree.', '        ___   _____'],
])('E17 %s', (_, text, words, covered) => expect(printed(text)).toEqual([words, covered]));
