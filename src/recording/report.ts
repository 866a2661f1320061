// What a probe says, from data that anybody in the kernel could have written: capped, filtered, never trusted.
import {
  asEnvironmentId,
  fail,
  hashOf,
  succeed,
  type Environment,
  type ExecutionReport,
  type FileUse,
  type Package,
  type Result,
  type StreamChange
} from '../model';
import { countOf, fieldsOf, textOf } from './kernel-message';

/** A larger message is refused: characters and entries together. */
const SIZE_LIMIT = 256 * 1024;

const LIST_LIMIT = 2000;
const PACKAGE_LIMIT = 4000;
const RING_LIMIT = 200;

const packageName = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$/;
const packageVersion = /^[A-Za-z0-9.!+_-]{1,64}$/;
const identifier =
  /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]{0,199}$/u;
const fingerprint = /^[0-9a-f]{1,64}$/;
const line = /^[\x20-\x7e]{0,200}$/;

/** A probe's report on one execution, with what joins it to the execution. */
export type ProbeReport = {
  /** Id of the execute request. */
  readonly msgId: string;
  /** The cell that the request named, which may be one of a console; empty when it named none. */
  readonly cellId: string;
  readonly executionCount: number | null;
  readonly isOk: boolean;
  readonly report: ExecutionReport;
};

/** One message of a probe. `dropped` counts the entries that were refused. */
export type ProbeMessage = {
  readonly processId: string;
  readonly dropped: number;
} & (
  | {
      readonly kind: 'hello';
      readonly environment: Environment;
      /** Distributions that the probe could not read. */ readonly skipped: number;
    }
  | { readonly kind: 'report'; readonly report: ProbeReport }
  | { readonly kind: 'ring'; readonly reports: readonly ProbeReport[] }
);

/** Counts refused entries while a message is read. */
class Filter {
  dropped = 0;

  list(value: unknown, accepts: (text: string) => boolean): readonly string[] {
    const all = Array.isArray(value) ? value : [];
    const kept = all
      .slice(0, LIST_LIMIT)
      .filter(
        (item): item is string => typeof item === 'string' && accepts(item)
      );
    this.dropped += all.length - kept.length;
    return [...new Set(kept)].sort();
  }

  map(
    value: unknown,
    accepts: { key: (key: string) => boolean; value: (text: string) => boolean }
  ): { readonly [key: string]: string } {
    const kept: { [key: string]: string } = Object.create(null);
    const entries = Object.entries(fieldsOf(value));
    const good = entries
      .slice(0, PACKAGE_LIMIT)
      .filter(
        (entry): entry is [string, string] =>
          typeof entry[1] === 'string' &&
          entry[0] !== '__proto__' &&
          accepts.key(entry[0]) &&
          accepts.value(entry[1])
      );
    good.sort(([a], [b]) => (a < b ? -1 : 1));
    good.forEach(([key, text]) => (kept[key] = text));
    this.dropped += entries.length - good.length;
    return kept;
  }
}

const isName = (text: string): boolean =>
  identifier.test(text) && text !== '__proto__';
const isPackage = (text: string): boolean => packageName.test(text);
const isVersion = (text: string): boolean => packageVersion.test(text);
const isType = (text: string): boolean =>
  text.length <= 300 && !/[\p{Cc}\p{Cs}]/u.test(text);
const isFingerprint = (text: string): boolean => fingerprint.test(text);

/** True when the value has at most `limit` characters and entries; stops counting there. */
export function isSmall(value: unknown, limit: number): boolean {
  let left = limit;
  const stack: unknown[] = [value];
  while (stack.length > 0 && left >= 0) {
    const item = stack.pop();
    left -= 1;
    if (typeof item === 'string') {
      left -= item.length;
    } else if (ArrayBuffer.isView(item) || item instanceof ArrayBuffer) {
      left -= item.byteLength;
    } else if (typeof item === 'object' && item !== null) {
      const keys = Object.keys(item);
      left -= keys.length;
      for (let index = 0; index < keys.length && left >= 0; index++) {
        const key = keys[index] ?? '';
        left -= Array.isArray(item) ? 0 : key.length;
        stack.push((item as { [key: string]: unknown })[key]);
      }
    }
  }
  return left >= 0;
}

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
function decodeDetails(
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

function decodeReport(value: unknown, filter: Filter): ProbeReport | null {
  const fields = fieldsOf(value);
  const msgId = textOf(fields.msg);
  if (msgId === '' || msgId.length > 200) {
    return null;
  }
  const before = filter.dropped;
  const report: ExecutionReport = {
    bound: filter.list(fields.bound, isName),
    rebound: filter.list(fields.rebound, isName),
    deleted: filter.list(fields.deleted, isName),
    imported: filter.map(fields.imported, { key: isPackage, value: isVersion }),
    modules: filter.map(fields.modules, { key: isName, value: isPackage }),
    values: filter.map(fields.values, { key: isName, value: isFingerprint }),
    ...decodeDetails(fields, filter),
    omitted: filter.list(fields.omitted, text => line.test(text))
  };
  const dropped = filter.dropped - before;
  return {
    msgId,
    cellId: textOf(fields.cell),
    executionCount: countOf(fields.n),
    isOk: fields.ok === true,
    report:
      dropped === 0
        ? report
        : {
            ...report,
            omitted: [
              ...report.omitted,
              `${dropped} entries of the report were not acceptable.`
            ]
          }
  };
}

function decodePackages(value: unknown, filter: Filter): readonly Package[] {
  const all = Array.isArray(value) ? value : [];
  const packages = new Map<string, Package>();
  for (const entry of all.slice(0, PACKAGE_LIMIT)) {
    const name = Array.isArray(entry) ? textOf(entry[0]) : '';
    const version = Array.isArray(entry) ? textOf(entry[1]) : '';
    if (isPackage(name) && isVersion(version)) {
      packages.set(name.toLowerCase(), { name, version });
    } else {
      filter.dropped++;
    }
  }
  filter.dropped += Math.max(0, all.length - PACKAGE_LIMIT);
  return [...packages.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, entry]) => entry);
}

function decodeEnvironment(
  fields: { readonly [name: string]: unknown },
  filter: Filter
): Environment {
  const oneLine = (value: unknown): string => {
    const text = textOf(value);
    return line.test(text) ? text : '';
  };
  const content = {
    language: 'python',
    languageVersion: isVersion(textOf(fields.language))
      ? textOf(fields.language)
      : '',
    implementation: oneLine(fields.implementation),
    platform: oneLine(fields.platform),
    packages: decodePackages(fields.packages, filter),
    modules: filter.map(fields.modules, { key: isName, value: isPackage })
  };
  return {
    schemaVersion: 1,
    environmentId: asEnvironmentId(hashOf(JSON.stringify(content))),
    ...content
  };
}

/** The data of a probe's comm message, or why it is no message of a probe. */
export function decodeProbeMessage(data: unknown): Result<ProbeMessage> {
  if (!isSmall(data, SIZE_LIMIT)) {
    return fail(
      'A message of the probe was larger than 256 KB and was not read.'
    );
  }
  const fields = fieldsOf(data);
  const filter = new Filter();
  const processId = textOf(fields.process).slice(0, 100);
  if (fields.v !== 1) {
    return fail('A message of the probe has an unknown form.');
  }
  switch (fields.kind) {
    case 'hello': {
      const environment = decodeEnvironment(fields, filter);
      const skipped = countOf(fields.skipped) ?? 0;
      return succeed({
        kind: 'hello',
        processId,
        environment,
        skipped,
        dropped: filter.dropped
      });
    }
    case 'report': {
      const report = decodeReport(fields, filter);
      return report === null
        ? fail('A report of the probe names no execution.')
        : succeed({
            kind: 'report',
            processId,
            report,
            dropped: filter.dropped
          });
    }
    case 'ring': {
      const all = Array.isArray(fields.reports)
        ? fields.reports.slice(0, RING_LIMIT)
        : [];
      const reports = all.flatMap(entry => decodeReport(entry, filter) ?? []);
      return succeed({
        kind: 'ring',
        processId,
        reports,
        dropped: filter.dropped
      });
    }
    default:
      return fail('A message of the probe has an unknown form.');
  }
}
