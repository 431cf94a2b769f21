/** Where a plain browser keeps an invitation: in this browser's storage, or else in this window's memory. */
export interface Secrets {
  /** Whether the value will be there at the next start. */
  keep(key: string, value: string): Promise<boolean>;
  read(key: string): Promise<string | undefined>;
  forget(key: string): Promise<void>;
}

const PREFIX = 'rostrum.secret.';

/**
 * localStorage, read back after each write, because a browser may refuse it (private window, blocked site data, full).
 * It is not encrypted: whoever uses this browser profile can read it, which the screen says where it offers to keep it.
 */
export function openSecrets(storage: Storage | undefined = reachableStorage()): Secrets {
  const memory = new Map<string, string>();
  return {
    async keep(key, value) {
      if (write(storage, PREFIX + key, value)) {
        memory.delete(key);
        return true;
      }
      // What was stored before must not come back at the next start in place of this value.
      erase(storage, PREFIX + key);
      memory.set(key, value);
      return false;
    },
    read: async (key) => memory.get(key) ?? recall(storage, PREFIX + key),
    async forget(key) {
      memory.delete(key);
      erase(storage, PREFIX + key);
    },
  };
}

function write(storage: Storage | undefined, key: string, value: string): boolean {
  try {
    storage?.setItem(key, value);
    return storage?.getItem(key) === value;
  } catch {
    return false;
  }
}

function recall(storage: Storage | undefined, key: string): string | undefined {
  try {
    return storage?.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function erase(storage: Storage | undefined, key: string): void {
  try {
    storage?.removeItem(key);
  } catch {
    // Storage that cannot be reached holds nothing of ours.
  }
}

/** Reading the property throws where site data is blocked. */
function reachableStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
