// What a report may say besides names: values, streams of random numbers, files.
import {
  fieldsOf,
  type ExecutionReport,
  type FileUse,
  type StreamChange
} from '../model';
import { countOf, textOf } from './kernel-message';
import {
  isFingerprint,
  isName,
  isPath,
  isType,
  type Filter
} from './report-filter';
import { whyUnread } from './why-unread';

function decodeFile(value: unknown): FileUse | null {
  const { path, mode, size, modified, hash, isSampled, evidence, unread } =
    fieldsOf(value);
  const content = typeof hash === 'string' && isFingerprint(hash) ? hash : null;
  const reason = content === null ? whyUnread(unread) : null;
  return isPath(path) &&
    (mode === 'read' || mode === 'write' || mode === 'update')
    ? {
        path,
        mode,
        size: countOf(size),
        modified: countOf(modified),
        hash: content,
        ...(reason && { unread: reason }),
        ...(isSampled === true && { isSampled }),
        ...(evidence === 'named' && { evidence })
      }
    : null;
}

function decodeStreams(
  value: unknown,
  filter: Filter
): ExecutionReport['streams'] {
  const kept: { [stream: string]: StreamChange } = Object.create(null);
  const entries = Object.entries(fieldsOf(value)).sort();
  filter.each(entries, entry => {
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
  const { sampled, changed, unchanged, shared, types, texts } = fields;
  const { streams, files } = fields;
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
    ...(has(shared) && { shared: filter.each(lists(shared), group) }),
    ...(has(types) && {
      types: filter.map(types, { key: isName, value: isType })
    }),
    ...(has(texts) && { texts: filter.list(texts, isName) }),
    ...(has(streams) && { streams: decodeStreams(streams, filter) }),
    ...(has(files) && { files: filter.each(lists(files), decodeFile) })
  };
}
