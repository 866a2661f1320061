// What a report may say of cost, data, parameters, addresses and the user's own modules: capped and filtered.
import {
  fieldsOf,
  type AddressUse,
  type ColumnProfile,
  type Cost,
  type DataProfile,
  type LocalModule,
  type PackageChange,
  type PackageOrigin,
  type ReportFacts,
  type Scalar,
  type Seeding,
  type TrackerRun
} from '../model';
import { countOf, textOf } from './kernel-message';
import { decodeOrigin } from './package-origin';
import {
  isFingerprint,
  isName,
  isPackage,
  isPath,
  isType,
  isVersion,
  type Filter
} from './report-filter';

const SCALAR_TEXT = 200;
const COLUMN_LIMIT = 200;
const AXIS_LIMIT = 32;

/** A name, and the way to an entry, a field or a parameter of its value. */
const scalarName = /^[\p{L}\p{Nl}_][^\p{Cc}\p{Cs}\u2028\u2029]{0,199}$/u;
const dottedName =
  /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}.]{0,199}$/u;
const shown = /^[\x21-\x7e]{1,200}$/;
/** Credentials before the host, and values of a query, have no place in an address. */
const address = /^[a-z][a-z0-9+.-]{0,30}:\/\/[^\s@]{1,2000}$/i;

function isTextUpTo(value: unknown, limit: number): value is string {
  return (
    typeof value === 'string' &&
    value.length <= limit &&
    !/[\p{Cs}]/u.test(value)
  );
}

function isOneOf<T extends string>(
  value: unknown,
  all: readonly T[]
): value is T {
  return (all as readonly unknown[]).includes(value);
}

function amountOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
    ? value
    : null;
}

function decodeCost(value: unknown): Cost | null {
  const { wallMs, cpuMs, peakMemoryBytes, gpuMemoryBytes } = fieldsOf(value);
  const wall = amountOf(wallMs);
  return wall === null
    ? null
    : {
        wallMs: wall,
        cpuMs: amountOf(cpuMs),
        peakMemoryBytes: countOf(peakMemoryBytes),
        gpuMemoryBytes: countOf(gpuMemoryBytes)
      };
}

function decodeColumn(value: unknown): ColumnProfile | null {
  const { name, type, missing } = fieldsOf(value);
  return isTextUpTo(name, 200) && isType(textOf(type))
    ? { name, type: textOf(type), missing: countOf(missing) }
    : null;
}

function decodeProfile(value: unknown): DataProfile | null {
  const { kind, shape, columns } = fieldsOf(value);
  const isGood =
    isOneOf(kind, ['frame', 'series', 'array'] as const) &&
    Array.isArray(shape) &&
    shape.length <= AXIS_LIMIT &&
    shape.every(size => countOf(size) !== null) &&
    Array.isArray(columns);
  return isGood
    ? {
        kind,
        shape: [...(shape as readonly number[])],
        columns: columns
          .slice(0, COLUMN_LIMIT)
          .flatMap(column => decodeColumn(column) ?? [])
      }
    : null;
}

/** The value as a scalar; undefined when it is none. */
function scalarOf(value: unknown): Scalar | undefined {
  const isScalar =
    value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    isTextUpTo(value, SCALAR_TEXT);
  return isScalar ? (value as Scalar) : undefined;
}

function decodeSeeding(value: unknown): Seeding | null {
  const { stream, seed, argument } = fieldsOf(value);
  const isGood =
    dottedName.test(textOf(stream)) && isTextUpTo(seed, SCALAR_TEXT);
  return isGood
    ? {
        stream: textOf(stream),
        seed,
        ...(isName(textOf(argument)) && { argument: textOf(argument) })
      }
    : null;
}

function decodeModule(value: unknown): LocalModule | null {
  const { name, path, hash, state } = fieldsOf(value);
  return dottedName.test(textOf(name)) &&
    isPath(path) &&
    isFingerprint(textOf(hash)) &&
    isOneOf(state, ['imported', 'reloaded', 'changed'] as const)
    ? { name: textOf(name), path, hash: textOf(hash), state }
    : null;
}

function decodeAddress(value: unknown): AddressUse | null {
  const { kind, address: text, evidence } = fieldsOf(value);
  return isOneOf(kind, ['url', 'database'] as const) &&
    address.test(textOf(text)) &&
    !/[\p{Cc}\p{Cs}]/u.test(textOf(text))
    ? {
        kind,
        address: textOf(text),
        ...(evidence === 'named' && { evidence })
      }
    : null;
}

function decodeTracker(value: unknown): TrackerRun | null {
  const { tracker, id } = fieldsOf(value);
  return isOneOf(tracker, ['mlflow', 'wandb', 'comet'] as const) &&
    shown.test(textOf(id))
    ? { tracker, id: textOf(id) }
    : null;
}

/** As the probe sends it, and as it is kept. */
function decodeOriginOf(value: unknown): PackageOrigin | null {
  const { kind, revision, subdirectory, url } = fieldsOf(value);
  return Array.isArray(value)
    ? decodeOrigin(value[0], value[1] ?? '', value[2] ?? '', value[3])
    : decodeOrigin(kind, url, revision, subdirectory);
}

function decodePackageChange(value: unknown): PackageChange | null {
  const { name, before, after, origin } = fieldsOf(value);
  const found = decodeOriginOf(origin);
  const isState = (version: unknown): version is string | null =>
    version === null || isVersion(textOf(version));
  return isPackage(textOf(name)) && isState(before) && isState(after)
    ? {
        name: textOf(name),
        before,
        after,
        ...(found && { origin: found })
      }
    : null;
}

/** The facts that a report tells: absent where the probe said nothing. */
export function decodeFacts(
  fields: { readonly [name: string]: unknown },
  filter: Filter
): ReportFacts {
  const has = (value: unknown) => value !== undefined && value !== null;
  const list = <T>(value: unknown, decode: (item: unknown) => T | null) =>
    filter.each(Array.isArray(value) ? value : [], decode);
  const cost = decodeCost(fields.cost);
  return {
    ...(cost && { cost }),
    ...(has(fields.profiles) && {
      profiles: filter.record(
        fields.profiles,
        isName,
        profile => decodeProfile(profile) ?? undefined
      )
    }),
    ...(has(fields.scalars) && {
      scalars: filter.record(
        fields.scalars,
        name => scalarName.test(name),
        scalarOf
      )
    }),
    ...(has(fields.seedings) && {
      seedings: list(fields.seedings, decodeSeeding)
    }),
    ...(has(fields.localModules) && {
      localModules: list(fields.localModules, decodeModule)
    }),
    ...(has(fields.addresses) && {
      addresses: list(fields.addresses, decodeAddress)
    }),
    ...(has(fields.trackers) && {
      trackers: list(fields.trackers, decodeTracker)
    }),
    ...(has(fields.packageChanges) && {
      packageChanges: list(fields.packageChanges, decodePackageChange)
    })
  };
}
