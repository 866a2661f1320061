// What a report may say besides names: values, streams of random numbers, files.
import type { ExecutionReport, FileUse, StreamChange } from '../model';
import { countOf, fieldsOf, textOf } from './kernel-message';
import {
  isFingerprint,
  isName,
  isType,
  LIST_LIMIT,
  type Filter
} from './report-filter';

function decodeFile(value: unknown): FileUse | null {
  const { path, mode, size, modified, hash } = fieldsOf(value);
  const isPath =
    typeof path === 'string' &&
    path !== '' &&
    path.length <= 4096 &&
    !/[\p{Cc}\p{Cs}]/u.test(path);
  return isPath && (mode === 'read' || mode === 'write' || mode === 'update')
    ? {
        path,
        mode,
        size: countOf(size),
        modified: countOf(modified),
        hash: typeof hash === 'string' && isFingerprint(hash) ? hash : null
      }
    : null;
}

/** Entries that are acceptable, in the order of their keys; the rest is counted. */
function decodeAll<T>(
  values: readonly unknown[],
  filter: Filter,
  decode: (value: unknown) => T | null
): readonly T[] {
  const kept = values
    .slice(0, LIST_LIMIT)
    .map(decode)
    .filter((item): item is T & {} => item !== null);
  filter.dropped += values.length - kept.length;
  return kept;
}

function decodeStreams(
  value: unknown,
  filter: Filter
): ExecutionReport['streams'] {
  const kept: { [stream: string]: StreamChange } = Object.create(null);
  const entries = Object.entries(fieldsOf(value)).sort();
  decodeAll(entries, filter, entry => {
    const [name, change] = entry as [string, unknown];
    const { before, after } = fieldsOf(change);
    const isGood =
      isName(name) &&
      isFingerprint(textOf(before)) &&
      isFingerprint(textOf(after));
    return isGood
      ? (kept[name] = { before: textOf(before), after: textOf(after) })
      : null;
  });
  return kept;
}

/** The fields that a report may lack: absent where the probe said nothing. */
export function decodeDetails(
  fields: { readonly [name: string]: unknown },
  filter: Filter
): Partial<ExecutionReport> {
  const { sampled, changed, unchanged, shared, types, streams, files } = fields;
  const has = (value: unknown) => value !== undefined && value !== null;
  const lists = (value: unknown) => (Array.isArray(value) ? value : []);
  const group = (value: unknown) => {
    const names = filter.list(value, isName);
    return names.length > 1 ? names : null;
  };
  return {
    ...(has(sampled) && { sampled: filter.list(sampled, isName) }),
    ...(has(changed) && { changed: filter.list(changed, isName) }),
    ...(has(unchanged) && { unchanged: filter.list(unchanged, isName) }),
    ...(has(shared) && { shared: decodeAll(lists(shared), filter, group) }),
    ...(has(types) && {
      types: filter.map(types, { key: isName, value: isType })
    }),
    ...(has(streams) && { streams: decodeStreams(streams, filter) }),
    ...(has(files) && { files: decodeAll(lists(files), filter, decodeFile) })
  };
}
