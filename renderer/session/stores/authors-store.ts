import type { Code } from '../../../shared/schema/ids.ts';
import type { Observed } from '../contract.ts';
import { keep } from './observed.ts';

/** Whose a client id is. The relay's registry is the only source of attribution; for work it has not seen, this machine's own. */
export interface AuthorsStore {
  readonly authors: Observed<ReadonlyMap<number, Code>>;
  /** The relay's word, which stands. */
  register(entries: Iterable<readonly [client: number, code: Code]>): void;
  /** This machine's word on its own clients, until the relay has spoken. */
  claim(client: number, code: Code): void;
}

export function openAuthors(): AuthorsStore {
  const registered = new Map<number, Code>();
  const claimed = new Map<number, Code>();
  const authors = keep<ReadonlyMap<number, Code>>(new Map());
  const publish = () => authors.set(new Map([...claimed, ...registered]));
  return {
    authors,
    register(entries) {
      let news = false;
      for (const [client, code] of entries) {
        if (registered.get(client) === code) continue;
        registered.set(client, code);
        news = true;
      }
      if (news) publish();
    },
    claim(client, code) {
      if (claimed.has(client)) return;
      claimed.set(client, code);
      publish();
    },
  };
}
