// Faults of a browser's storage, made to order, on fake-indexeddb.
import {
  FDBFactory,
  FDBObjectStore,
  FDBRequest,
  FDBTransaction
} from './fake-indexeddb';

/** What goes wrong. */
export type FaultKind = {
  /** Of the error; empty for an abort without one. */
  readonly name: string;
  readonly message: string;
  /** True when the transaction is aborted, instead of a call that throws. */
  readonly isAbort: boolean;
  /** True when the request of an aborted transaction is never answered at all, as in Chromium on a full disk. */
  readonly isSilent?: boolean;
};

/** Where a fault strikes. */
export type FaultPlace = 'put' | 'commit' | 'open';

/** Makes call number `at` and those that follow, `times` in all, fail; the answer undoes that and tells the calls. */
export function injectFault(options: {
  readonly place: FaultPlace;
  readonly kind: FaultKind;
  readonly at: number;
  readonly times?: number;
}): () => number {
  const { place, kind, at, times = 1 } = options;
  const owner = {
    put: FDBObjectStore.prototype,
    commit: FDBTransaction.prototype,
    open: FDBFactory.prototype
  }[place];
  const original: unknown = Reflect.get(owner, place);
  let calls = 0;
  Reflect.set(
    owner,
    place,
    function (this: object, ...values: readonly unknown[]): unknown {
      calls++;
      if (calls >= at && calls < at + times) {
        if (place === 'open') {
          return failingOpen(kind);
        }
        if (!kind.isAbort) {
          throw new DOMException(kind.message, kind.name);
        }
        const transaction: unknown =
          place === 'put' ? Reflect.get(this, 'transaction') : this;
        if (kind.isSilent) {
          abortWithout(transaction as object, kind.name);
          return new FDBRequest();
        }
        const result: unknown =
          place === 'put'
            ? Reflect.apply(original as Call, this, values)
            : null;
        abortWithout(transaction as object, kind.name);
        return result;
      }
      return Reflect.apply(original as Call, this, values);
    }
  );
  return () => {
    Reflect.set(owner, place, original);
    return calls;
  };
}

type Call = (...values: readonly unknown[]) => unknown;

/** Ends a transaction as browsers do when the disk is full: its requests tell nothing, the transaction does. */
function abortWithout(transaction: object, name: string): void {
  const abort: unknown = Reflect.get(transaction, '_abort');
  Reflect.apply(abort as Call, transaction, [name === '' ? null : name]);
}

function failingOpen(kind: FaultKind): object {
  const error = new DOMException(kind.message, kind.name);
  const request = { error, onerror: null as null | (() => void) };
  setImmediate(() => request.onerror?.());
  return request;
}
