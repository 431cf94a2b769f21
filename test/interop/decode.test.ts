import { expect, test } from 'vitest';
import { decodeText } from '../../shared/interop/decode-text.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const decode = (bytes: readonly number[]) => decodeText(new Uint8Array(bytes), (utf8) => decoder.decode(utf8));
const utf16 = (text: string, little: boolean) =>
  [...`\ufeff${text}`].flatMap((character) =>
    Array.from({ length: character.length }, (_, index) => {
      const unit = character.charCodeAt(index);
      return little ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
    }).flat(),
  );

test.each([
  ['UTF-8', [...new TextEncoder().encode('[é🙂]')], '[é🙂]', 'utf-8'],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x61], 'a', 'utf-8'],
  ['UTF-16, little end first', utf16('[é🙂]', true), '[é🙂]', 'utf-16le'],
  ['UTF-16, big end first', utf16('[é🙂]', false), '[é🙂]', 'utf-16be'],
  ['nothing', [], '', 'utf-8'],
])('T4 reads %s', (_, bytes, text, encoding) =>
  expect(decode(bytes)).toMatchObject({ ok: true, value: { text, encoding } }),
);

test.each([
  ['binary', [1, 2, 0, 3]],
  ['binary', [0xff, 1, 2, 3, 4, 5, 6, 7]],
  ['encoding', [0x61, 0xe9, 0x62, 0x63]],
  ['encoding', [0xff, 0xfe, 0x61]],
  ['word', [0x50, 0x4b, 0x03, 0x04, 0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
])('T4 refuses as %s', (reason, bytes) => expect(decode(bytes)).toEqual({ ok: false, reason }));
