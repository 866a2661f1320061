// Other pages with the same database: they hear what changed, and give way to an upgrade.
import { asRunId, type RunId } from '../model';
import { propertyOf } from './property';

/** What of `BroadcastChannel` is used. */
export type PeerPort = {
  onmessage: ((event: MessageEvent) => void) | null;
  postMessage(message: unknown): void;
  close(): void;
};

export type PeerMessage =
  | { readonly kind: 'changed'; readonly runIds: readonly RunId[] }
  /** Asks for the database to be let go of. */
  | { readonly kind: 'release' };

/** Talks to the other pages, or to nobody where there is no way to. */
export class Peers {
  constructor(
    private readonly port: PeerPort | null,
    receive: (message: PeerMessage) => void
  ) {
    if (port !== null) {
      port.onmessage = event => {
        const message = parseMessage(event.data);
        if (message !== null) {
          receive(message);
        }
      };
    }
  }

  post(message: PeerMessage): void {
    this.port?.postMessage(message);
  }

  close(): void {
    this.port?.close();
  }
}

function parseMessage(data: unknown): PeerMessage | null {
  const kind = propertyOf(data, 'kind');
  if (kind === 'release') {
    return { kind };
  }
  const ids = propertyOf(data, 'runIds');
  return kind === 'changed' && Array.isArray(ids)
    ? { kind, runIds: ids.map(String).map(asRunId) }
    : null;
}
