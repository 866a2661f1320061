// What a store finds in a page, made to order: pages share an origin's databases, its local storage and its channels.
import { createRunStore, type IBudgetedRunStore } from '../store';
import { FDBFactory } from './fake-indexeddb';

type Port = {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
};
type CreateOptions = Parameters<typeof createRunStore>[0];

/** One origin, which any number of pages can open. */
export class FakeOrigin {
  readonly factory = new FDBFactory();
  readonly local = new Map<string, string>();

  readonly storage = {
    getItem: (key: string) => this.local.get(key) ?? null,
    setItem: (key: string, value: string) => void this.local.set(key, value),
    removeItem: (key: string) => void this.local.delete(key)
  };

  /** A page of JupyterLab; each call is another tab. */
  page(parts: Partial<CreateOptions> = {}): IBudgetedRunStore {
    return createRunStore({
      baseUrl: 'http://localhost:8888/',
      indexedDB: () => this.factory,
      storage: this.storage,
      openPort: name => this.openPort(name),
      buckets: null,
      digester: undefined,
      ...parts
    });
  }

  private openPort(name: string): Port {
    const port: Port = {
      onmessage: null,
      postMessage: message => {
        const data: unknown = structuredClone(message);
        for (const other of this.ports.get(name) ?? []) {
          if (other !== port) {
            setImmediate(() => other.onmessage?.({ data } as MessageEvent));
          }
        }
      },
      close: () => void this.ports.get(name)?.delete(port)
    };
    this.ports.set(name, (this.ports.get(name) ?? new Set()).add(port));
    return port;
  }

  private readonly ports = new Map<string, Set<Port>>();
}

/** Resolves after what was posted has arrived. */
export function delivered(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 5));
}
