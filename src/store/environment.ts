// What the store uses of the page. Anything may be missing: plain-http origins, private windows, other runtimes.
import type { Clock } from './clock';
import { pageClock } from './clock';
import type { Digester } from './hashing';
import type { CopyStorage } from './loss';
import type { PeerPort } from './peers';

/** A place beside the default one that a damaged default leaves alone; Chromium only. */
export type Buckets = {
  open(name: string): Promise<{ readonly indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
};

export type StoreEnvironment = {
  /** May throw, or answer nothing. */
  readonly indexedDB: () => IDBFactory | null | undefined;
  readonly storage: CopyStorage | null;
  /** Null where pages cannot talk to each other. */
  readonly openPort: (name: string) => PeerPort | null;
  readonly buckets: Buckets | null;
  readonly digester: Digester | undefined;
  readonly clock: Clock;
  /** A text that no other database has. */
  readonly newId: () => string;
};

/** The page that we are in. */
export function pageEnvironment(): StoreEnvironment {
  return {
    indexedDB: () => globalThis.indexedDB,
    storage: tryGet(() => globalThis.localStorage),
    openPort: name =>
      typeof BroadcastChannel === 'undefined'
        ? null
        : new BroadcastChannel(name),
    buckets: tryGet(
      () => Reflect.get(globalThis.navigator, 'storageBuckets') as Buckets
    ),
    digester: tryGet(() => globalThis.crypto.subtle) ?? undefined,
    clock: pageClock,
    newId: () => {
      const bytes = globalThis.crypto.getRandomValues(new Uint8Array(12));
      return Array.from(bytes, byte => byte.toString(36)).join('');
    }
  };
}

/** Reading one of these properties throws where site data is forbidden. */
function tryGet<Value>(read: () => Value | null | undefined): Value | null {
  try {
    return read() ?? null;
  } catch {
    return null;
  }
}
