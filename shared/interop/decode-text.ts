import { ok, refuse, type Result } from '../schema/result.ts';

/** Why bytes are no text. `word` and `pdf`: known formats that are not read as text. */
export type DecodeRefusal = 'binary' | 'encoding' | 'word' | 'pdf';

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  /** The file began with a byte order mark; it is not part of `text`. */
  readonly marked: boolean;
}

/**
 * Text from a file's bytes (rule T4): UTF-8 with or without a byte order mark, UTF-16 with one. Anything else is
 * refused with a reason, never read as garbage. `decodeUtf8` throws on bytes that are no UTF-8
 * (`new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })`, which this layer does not know).
 */
export function decodeText(
  bytes: Uint8Array,
  decodeUtf8: (bytes: Uint8Array) => string,
): Result<DecodedText, DecodeRefusal> {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('word');
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return refuse('pdf');
  if (bytes.includes(0)) return refuse('binary');
  const marked = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  try {
    return ok({ text: decodeUtf8(marked ? bytes.subarray(3) : bytes), encoding: 'utf-8', marked });
  } catch {
    return refuse(looksBinary(bytes) ? 'binary' : 'encoding');
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Control characters that no text has, among the first bytes. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const control = head.reduce(
    (sum, byte) => sum + (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 ? 1 : 0),
    0,
  );
  return control > head.length * 0.02;
}

function decodeUtf16(bytes: Uint8Array): Result<DecodedText, DecodeRefusal> {
  if (bytes.length % 2 !== 0) return refuse('encoding');
  const little = bytes[0] === 0xff;
  const parts: string[] = [];
  for (let from = 2; from < bytes.length; from += 16_384) {
    const units: number[] = [];
    for (let at = from; at < Math.min(bytes.length, from + 16_384); at += 2) {
      const [one, two] = [bytes[at]!, bytes[at + 1]!];
      units.push(little ? one | (two << 8) : (one << 8) | two);
    }
    parts.push(String.fromCharCode(...units));
  }
  const text = parts.join('');
  if (text.includes('\0')) return refuse('binary');
  return ok({ text, encoding: little ? 'utf-16le' : 'utf-16be', marked: true });
}
