// What a probe says of an environment beyond its packages: origins, interpreter, hardware. Capped and filtered.
import {
  fieldsOf,
  asEnvironmentId,
  hashOf,
  recordedVariables,
  type Environment,
  type EnvironmentDetails,
  type Gpu,
  type Hardware,
  type PackageOrigin
} from '../model';
import { countOf, textOf } from './kernel-message';
import { lineOf } from './line-of';
import type { Mask } from './mask';
import { decodeOrigin } from './package-origin';
import { isPackage, PACKAGE_LIMIT, type Filter } from './report-filter';

const item = /^[A-Za-z]{1,40}(\.[A-Za-z]{1,40})?$/;
const GPU_LIMIT = 64;

/** Names of distributions are equal without regard to case and separators. */
const plain = (name: string): string =>
  name.replace(/[-_.]+/g, '-').toLowerCase();

/** What completes an environment. */
export type EnvironmentPart = {
  /** Null when nobody looked. */
  readonly details: EnvironmentDetails | null;
  /** By the distribution's name in its plain form. */
  readonly origins: ReadonlyMap<string, PackageOrigin>;
};

/** Items to sentences on why they are not known. */
export function decodeUnknown(
  value: unknown,
  filter: Filter
): { readonly [item: string]: string } {
  return filter.map(value, {
    key: name => item.test(name),
    value: text => lineOf(text) !== ''
  });
}

function decodeOrigins(
  fields: { readonly [name: string]: unknown },
  filter: Filter
): EnvironmentPart['origins'] {
  const origins = new Map<string, PackageOrigin>();
  const listOf = (value: unknown): readonly unknown[] =>
    Array.isArray(value) ? value.slice(0, PACKAGE_LIMIT) : [];
  for (const name of listOf(fields.indexed)) {
    if (isPackage(textOf(name))) {
      origins.set(plain(textOf(name)), {
        kind: 'index',
        url: '',
        revision: ''
      });
    } else {
      filter.dropped++;
    }
  }
  for (const entry of listOf(fields.origins)) {
    const [name, kind, url, commit, folder] = Array.isArray(entry) ? entry : [];
    const origin = decodeOrigin(kind, url, commit, folder);
    if (origin !== null && isPackage(textOf(name))) {
      origins.set(plain(textOf(name)), origin);
    } else {
      filter.dropped++;
    }
  }
  return origins;
}

function decodeHardware(value: unknown): Hardware {
  const { cpu, cores, memoryBytes, gpus } = fieldsOf(value);
  const all = Array.isArray(gpus) ? gpus.slice(0, GPU_LIMIT) : [];
  return {
    cpu: lineOf(cpu),
    cores: countOf(cores),
    memoryBytes: countOf(memoryBytes),
    gpus: all.flatMap((gpu): Gpu[] => {
      const fields = fieldsOf(gpu);
      const name = lineOf(fields.name);
      return name === ''
        ? []
        : [
            {
              name,
              driver: lineOf(fields.driver),
              memoryBytes: countOf(fields.memoryBytes)
            }
          ];
    })
  };
}

/** The details as a record of ours or a probe's message has them. */
function decodeDetailsOf(
  value: unknown,
  told: unknown,
  filter: Filter
): EnvironmentDetails {
  const fields = fieldsOf(value);
  const executable = (['venv', 'conda', 'system', 'container'] as const).find(
    kind => kind === fields.executable
  );
  const image = lineOf(fields.image);
  return {
    executable: executable ?? '',
    executableName: lineOf(fields.executableName),
    ...(image !== '' && { image }),
    system: lineOf(fields.system),
    machine: lineOf(fields.machine),
    locale: lineOf(fields.locale),
    timeZone: lineOf(fields.timeZone),
    variables: filter.map(fields.variables, {
      key: name => recordedVariables.includes(name),
      value: text => text === '' || lineOf(text, 500) !== ''
    }),
    hardware: decodeHardware(fields.hardware),
    unknown: decodeUnknown(told, filter)
  };
}

/** What a message of the kind `details` tells. */
export function decodeEnvironmentPart(
  fields: { readonly [name: string]: unknown },
  filter: Filter
): EnvironmentPart {
  return {
    details: decodeDetailsOf(fields.details, fields.unknown, filter),
    origins: decodeOrigins(fields, filter)
  };
}

/** The environment under the hash of all that it holds. */
export function environmentOf(
  content: Omit<Environment, 'schemaVersion' | 'environmentId'>
): Environment {
  return {
    schemaVersion: 1,
    environmentId: asEnvironmentId(hashOf(JSON.stringify(content))),
    ...content
  };
}

/** An environment with origins and details as our own record of one has them. */
export function withRecord(
  environment: Environment,
  record: unknown,
  filter: Filter
): Environment {
  const { details, packages } = fieldsOf(record);
  const origins = new Map<string, PackageOrigin>();
  for (const one of Array.isArray(packages) ? packages : []) {
    const { name, origin } = fieldsOf(one);
    const { kind, revision, subdirectory, url } = fieldsOf(origin);
    const found = decodeOrigin(kind, url, revision, subdirectory);
    if (found !== null) {
      origins.set(plain(textOf(name)), found);
    }
  }
  const { unknown } = fieldsOf(details);
  return details === undefined && origins.size === 0
    ? environment
    : withPart(environment, {
        origins,
        details:
          details === undefined
            ? null
            : decodeDetailsOf(details, unknown, filter)
      });
}

/** The part without what looks like a secret. */
export function maskPart(part: EnvironmentPart, mask: Mask): EnvironmentPart {
  const { details, origins } = part;
  return {
    ...part,
    details: details && maskDetails(mask, details),
    origins: new Map(
      [...origins].map(([name, origin]) => [name, maskOrigin(mask, origin)])
    )
  };
}

/** Details whose texts of the user's own choice hold no secret: variables, image and name. */
export function maskDetails(
  mask: Mask,
  details: EnvironmentDetails
): EnvironmentDetails {
  const variables = Object.entries(details.variables).flatMap(
    ([name, value]) =>
      value === undefined ? [] : [[name, mask(value)] as const]
  );
  return {
    ...details,
    executableName: mask(details.executableName),
    ...(details.image !== undefined && { image: mask(details.image) }),
    variables: Object.fromEntries(variables)
  };
}

/** An origin whose address holds no secret. */
export function maskOrigin(mask: Mask, origin: PackageOrigin): PackageOrigin {
  return { ...origin, url: mask(origin.url) };
}

/** The environment with what was learnt of it since. */
export function withPart(
  environment: Environment,
  { details, origins }: EnvironmentPart
): Environment {
  const { implementation, language, languageVersion, modules, platform } =
    environment;
  return environmentOf({
    language,
    languageVersion,
    implementation,
    platform,
    packages: environment.packages.map(({ name, version }) => {
      const origin = origins.get(plain(name));
      return { name, version, ...(origin && { origin }) };
    }),
    modules,
    ...(details && { details })
  });
}
