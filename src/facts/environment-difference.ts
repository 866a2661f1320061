// Two environments -> what the second has otherwise.
import type { Environment, Hardware, Package, RunHistory } from '../model';
import {
  packageDifferences,
  type PackageDifference
} from './package-difference';
import { canonicalName, packagesOf } from './package-list';

/** What environments are compared by: an environment, and distributions where a run changed them. */
export type EnvironmentState = {
  readonly environment: Environment;
  readonly packages: readonly Package[];
  /** Canonical names of the distributions that the run's own code imported. */
  readonly imported: ReadonlySet<string>;
};

/** An item that differs, both sides known. */
export type ItemDifference = {
  /** `languageVersion`, `system`, `hardware.cpu`, `variables.OMP_NUM_THREADS`, …. */
  readonly item: string;
  readonly before: string;
  readonly after: string;
};

/** How the second of two environments differs from the first. */
export type EnvironmentDifference = {
  /** Sorted by name. */
  readonly packages: readonly PackageDifference[];
  /** Version, interpreter, platform, hardware, variables, in this order. */
  readonly items: readonly ItemDifference[];
  /** Items that one side knows alone. */
  readonly unknown: readonly string[];
};

/** The environment of a run as its executions left it; null when it is not known. */
export function environmentState(history: RunHistory): EnvironmentState | null {
  const { environment } = history;
  const packages = packagesOf(history);
  return environment && packages
    ? {
        environment,
        packages: packages.flatMap(({ name, origin, version }) =>
          version === null ? [] : [{ name, version, ...(origin && { origin }) }]
        ),
        imported: new Set(
          packages
            .filter(({ importedBy }) => importedBy !== null)
            .map(({ name }) => canonicalName(name))
        )
      }
    : null;
}

/** What is not known on one side is no difference. */
export function environmentDifference(
  before: EnvironmentState,
  after: EnvironmentState
): EnvironmentDifference {
  const [one, other] = [
    itemsOf(before.environment),
    itemsOf(after.environment)
  ];
  const names = [...new Set([...one.keys(), ...other.keys()])].filter(
    name => name !== WAS_LOOKED_AT
  );
  const items = names.map(item => ({
    item,
    before: one.get(item) ?? '',
    after: other.get(item) ?? ''
  }));
  const isKnown = (each: ItemDifference): boolean =>
    (each.before !== '' && each.after !== '') || isVariable(each, one, other);
  return {
    packages: packageDifferences(before.packages, after.packages),
    items: items.filter(each => isKnown(each) && each.before !== each.after),
    unknown: items
      .filter(each => !isKnown(each) && each.before !== each.after)
      .map(({ item }) => item)
  };
}

/** True when nothing known differs. */
export function isSameEnvironment({
  items,
  packages
}: EnvironmentDifference): boolean {
  return items.length === 0 && packages.length === 0;
}

/** A variable that is not set is known to be empty, where variables were looked at. */
function isVariable(
  { item }: ItemDifference,
  ...sides: readonly ReadonlyMap<string, string>[]
): boolean {
  return (
    item.startsWith(VARIABLE) && sides.every(side => side.has(WAS_LOOKED_AT))
  );
}

const VARIABLE = 'variables.';
/** Stands among the items of an environment with details; it is the same in all of them. */
const WAS_LOOKED_AT = 'details';

function itemsOf(environment: Environment): ReadonlyMap<string, string> {
  const { details, implementation, language, languageVersion, platform } =
    environment;
  const items = new Map([
    ['language', language],
    ['languageVersion', languageVersion],
    ['implementation', implementation],
    ['platform', platform]
  ]);
  if (details) {
    items.set(WAS_LOOKED_AT, 'known');
    items.set('executable', details.executable);
    items.set('executableName', details.executableName);
    items.set('system', details.system);
    items.set('machine', details.machine);
    items.set('locale', details.locale);
    items.set('timeZone', details.timeZone);
    hardwareItems(details.hardware).forEach(([item, value]) =>
      items.set(item, value)
    );
    Object.entries(details.variables).forEach(([name, value]) =>
      items.set(`${VARIABLE}${name}`, value)
    );
  }
  return items;
}

function hardwareItems({
  cores,
  cpu,
  gpus,
  memoryBytes
}: Hardware): readonly [string, string][] {
  return [
    ['hardware.cpu', cpu],
    ['hardware.cores', String(cores ?? '')],
    ['hardware.memoryBytes', String(memoryBytes ?? '')],
    ['hardware.gpus', gpus.map(({ name }) => name).join(', ')],
    ['hardware.gpuDrivers', gpus.map(({ driver }) => driver).join(', ')]
  ];
}
