// What the browser says went wrong, sorted by what is to be done about it.
import { propertyOf } from './property';

/**
 * `full`: make room. `disconnected`: open again. `damaged`: open again, then elsewhere. `newer`: stop writing.
 * `unstorable`: leave the offending part out. `unreadable`: a record is lost. `denied`, `silent`: use memory.
 * `bug`: none of these, and no fault of the browser's.
 */
export type Fault =
  | 'full'
  | 'disconnected'
  | 'damaged'
  | 'newer'
  | 'unstorable'
  | 'unreadable'
  | 'denied'
  | 'silent'
  | 'bug';

const faultByName: { readonly [name: string]: Fault } = {
  QuotaExceededError: 'full',
  InvalidStateError: 'disconnected',
  AbortError: 'disconnected',
  TransactionInactiveError: 'disconnected',
  TimeoutError: 'disconnected',
  UnknownError: 'disconnected',
  VersionError: 'newer',
  DataCloneError: 'unstorable',
  RangeError: 'unstorable',
  NotReadableError: 'unreadable',
  SecurityError: 'denied',
  SilentDatabase: 'silent'
};

/** Sorts an error. Firefox reports a full disk as an invalid state once it has said so properly: hence `wasFull`. */
export function faultOf(error: unknown, wasFull = false): Fault {
  const name = textOf(error, 'name');
  const message = textOf(error, 'message');
  if (name === 'DataError') {
    return /write blobs/i.test(message) ? 'full' : 'unstorable';
  }
  if (name === 'UnknownError' && /backing store/i.test(message)) {
    return /full disk/i.test(message) ? 'full' : 'damaged';
  }
  if (name === 'UnknownError' && /too large/i.test(message)) {
    return 'unstorable';
  }
  if (name === 'InvalidStateError' && wasFull && !/clos/i.test(message)) {
    return 'full';
  }
  return faultByName[name] ?? 'bug';
}

function textOf(error: unknown, property: 'name' | 'message'): string {
  const value = propertyOf(error, property);
  return typeof value === 'string' ? value : '';
}
