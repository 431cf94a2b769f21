/** The values that cross between a page and the main process, as text: JSON, with bytes and `undefined` marked. */
export type Encoded = null | boolean | number | string | readonly Encoded[] | { readonly [key: string]: Encoded };

/**
 * Makes the two directions of the codec. A function that needs nothing around it, because its text is also put into
 * the page's isolated world, so that both ends are the same code.
 */
export function makeCodec() {
  const toBase64 = (bytes: Uint8Array) => {
    let text = '';
    for (let start = 0; start < bytes.length; start += 8192)
      text += String.fromCharCode(...bytes.subarray(start, start + 8192));
    return btoa(text);
  };
  const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  function encode(value: unknown): Encoded {
    if (value === undefined) return { $: 'undefined' };
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : { $: 'number', text: String(value) };
    if (value instanceof Uint8Array) return { $: 'bytes', text: toBase64(value) };
    if (Array.isArray(value)) return value.map(encode);
    if (typeof value !== 'object') throw new Error('An object could not be cloned.');
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      throw new Error(`The Electron double does not clone a ${value.constructor.name}`);
    const entries = Object.entries(value).map(([key, part]) => [`_${key}`, encode(part)] as const);
    return Object.fromEntries(entries);
  }

  function decode(value: Encoded): unknown {
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map(decode);
    const marked = value as { readonly [key: string]: Encoded };
    if (marked['$'] === 'undefined') return undefined;
    if (marked['$'] === 'number') return Number(marked['text']);
    if (marked['$'] === 'bytes') return fromBase64(marked['text'] as string);
    return Object.fromEntries(Object.entries(marked).map(([key, part]) => [key.slice(1), decode(part)]));
  }

  return { encode, decode };
}
