// What a probe says, from data that anybody in the kernel could have written: capped, filtered, never trusted.
import {
  fieldsOf,
  fail,
  succeed,
  type Environment,
  type ExecutionReport,
  type Package,
  type Result
} from '../model';
import { decodeCodePart, type CodePart } from './code-beside';
import {
  decodeEnvironmentPart,
  environmentOf,
  type EnvironmentPart
} from './environment-details';
import { countOf, textOf } from './kernel-message';
import { decodeHashes, type HashedFile } from './late-hashes';
import { decodeDetails } from './report-details';
import { decodeFacts } from './report-facts';
import {
  Filter,
  isFingerprint,
  isName,
  isPackage,
  isVersion,
  PACKAGE_LIMIT
} from './report-filter';

/** A larger message is refused: characters and entries together. */
const SIZE_LIMIT = 256 * 1024;

const RING_LIMIT = 200;

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
  /** What takes long to learn comes later than the first message, or never. */
  | { readonly kind: 'details'; readonly part: EnvironmentPart }
  | { readonly kind: 'code'; readonly part: CodePart }
  | { readonly kind: 'report'; readonly report: ProbeReport }
  | { readonly kind: 'hashes'; readonly files: readonly HashedFile[] }
  | { readonly kind: 'ring'; readonly reports: readonly ProbeReport[] }
);

/** True when the value has at most `limit` characters and entries; stops counting there. */
function isSmall(value: unknown, limit: number): boolean {
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
    ...decodeFacts(fields, filter),
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
  return environmentOf({
    language: fields.languageName === 'R' ? 'R' : 'python',
    languageVersion: isVersion(textOf(fields.language))
      ? textOf(fields.language)
      : '',
    implementation: oneLine(fields.implementation),
    platform: oneLine(fields.platform),
    packages: decodePackages(fields.packages, filter),
    modules: filter.map(fields.modules, { key: isName, value: isPackage })
  });
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
    case 'details': {
      const part = decodeEnvironmentPart(fields, filter);
      const { dropped } = filter;
      return succeed({ kind: 'details', processId, part, dropped });
    }
    case 'code': {
      const part = decodeCodePart(fields, filter);
      const { dropped } = filter;
      return succeed({ kind: 'code', processId, part, dropped });
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
    case 'hashes':
      return succeed({
        kind: 'hashes',
        processId,
        files: decodeHashes(fields.files, filter),
        dropped: filter.dropped
      });
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
