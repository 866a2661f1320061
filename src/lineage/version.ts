// Binding versions: what one step left under one name, and what a reader of the name sees of it.
import type { CellId, Execution } from '../model';
import type { UnknownReason } from './forecast-types';
import type { LateLayout } from './late-layout';
import type { Carried, Prepared } from './prepared';
import type { Parts } from './parts';
import { isFoundByName } from './set-order';
import type { View } from '../analysis';
import type { Written } from './written';

/** Something outside of the notebook on which values hang, and the step that met it. */
export type Chance = {
  readonly kind:
    'unseeded' | 'clock' | 'day' | 'network' | 'hash-order' | 'address';
  readonly step: Step;
  /** True when nothing but the arrangement of what is in the value hangs on it. */
  readonly isArrangement?: boolean;
  /** True where the value is as it is all the same, and who uses it meets the chance. */
  readonly isLater?: boolean;
};

/** Nothing but the notebook itself. */
export const NO_CHANCES: readonly Chance[] = [];

/** One execution, recorded or simulated, with its place in the lineage. */
export type Step = {
  /** Equal for steps of the same code that read the same. */
  readonly key: number;
  /** The same for what it leaves: how values are shown does not count. */
  readonly madeKey: number;
  /** Ids of the reads that only serve to change what is read: what it binds does not hang on them. */
  readonly silent: readonly string[];
  readonly prepared: Prepared;
  readonly cellId: CellId | null;
  /** Null for a simulated step. */
  readonly execution: Execution | null;
  readonly reads: readonly Read[];
  /** Names without a version that the cell surely reads. */
  readonly absent: readonly string[];
  /** Why its effects are not known in full; null when they are. */
  readonly taint: UnknownReason | null;
  /** Sequence from which on unseen changes reached it, through other names of a value; null when none did. */
  readonly hiddenSince: number | null;
  /** True when it drew random numbers that no seed determines. */
  readonly isUnseeded: boolean;
  /** True when it reads names that nothing tells. */
  readonly readsUnseen: boolean;
  /** True when it reads inputs or results that stand where they do only if the same code ran before. */
  readonly readsHistory: boolean;
  /** On what its output may hang besides the notebook. */
  readonly chances: readonly Chance[];
  /** What it shows, where constants alone determine that; equal for what looks equal. */
  readonly shown: string | null;
  /** True when it was followed in thought, and raises nothing. */
  readonly isSure: boolean;
  /** By name, what it left, as far as constants determine that, whatever else reaches the value. */
  readonly left: ReadonlyMap<string, string>;
  /** What it changed without naming it, as it was before. */
  readonly aside: readonly Read[];
  /** What it left: version by name, null for a name that it deleted. */
  readonly written: Written;
};

/** A constant part of a value that has a history of its own. */
export type Part = {
  readonly key: number;
  readonly step: Step;
  readonly chances: readonly Chance[];
};

/** One name as one step left it. */
export type Version = {
  /** Of the whole: the base and all parts. */
  readonly key: number;
  /** Of the value without its parts. */
  readonly baseKey: number;
  /** Who bound the name, or changed the value to an unknown extent. */
  readonly baseStep: Step;
  readonly parts: Parts;
  /** What runs when somebody calls the value. */
  readonly carried: readonly Carried[];
  /** Why the value may not be what its lineage says; null when nothing speaks against it. */
  readonly taint: UnknownReason | null;
  /** On what the value without its parts hangs besides the notebook. */
  readonly chances: readonly Chance[];
  /** Order of creation within one world. */
  readonly serial: number;
  /** Of which parts it is put together; missing where nobody tells. The step that leaves the version sets it. */
  layout: LateLayout | undefined;
};

/** The same value, known better or worse, or seen later; with other code behind it where some is given. */
export function keptAs(
  { key, baseKey, baseStep, parts, carried, chances, layout }: Version,
  taint: UnknownReason | null,
  serial: number,
  code: readonly Carried[] = carried
): Version {
  return {
    key,
    baseKey,
    baseStep,
    parts,
    carried: code,
    taint,
    chances,
    serial,
    layout
  };
}

/** The same version, put together otherwise. */
export function withLayout(
  version: Version,
  layout: LateLayout | undefined
): Version {
  const { key, baseKey, baseStep, parts, carried } = version;
  const { taint, chances, serial } = version;
  return {
    key,
    baseKey,
    baseStep,
    parts,
    carried,
    taint,
    chances,
    serial,
    layout
  };
}

/** What a step saw of one name. */
export type Read = {
  /** That of the sight: what the reader's key counts it under. */
  readonly id: string;
  readonly name: string;
  readonly path: string | null;
  /** Of what was seen; equal keys, equal values. */
  readonly key: number;
  /** Null when the name had no value. */
  readonly version: Version | null;
  /** The parts that were seen. */
  readonly parts: Parts;
  /** Key of the base as it was seen; of the part alone where the part hides the base. */
  readonly baseKey: number;
  /** Tells what was looked at. */
  readonly view: () => View;
  /** On what hangs what was seen, where that is less than the version tells; undefined where it is not. */
  readonly chances: readonly Chance[] | undefined;
  /** Those on which it hangs how much there is; undefined where nobody tells. */
  readonly sizing: readonly Chance[] | undefined;
};

/** True for what the step bound or changed, and did not just find. */
export function isLeftBy(version: Version | null, step: Step): boolean {
  return (
    version !== null && (version.baseStep === step || version.parts.hasOf(step))
  );
}

/** On what a read value hangs besides the notebook. */
export function chancesOf(read: Read): readonly Chance[] {
  const { view, version, parts, baseKey } = read;
  if (!version) {
    return NO_CHANCES;
  }
  const found =
    read.chances ??
    chancesIn({ chances: version.chances, parts }, baseKey !== 0);
  const seen = found.length > 0 ? view() : 'whole';
  if (seen === 'type') {
    return NO_CHANCES;
  }
  if (seen === 'form') {
    return read.sizing ?? version.layout?.told()?.form.sizing ?? NO_CHANCES;
  }
  const isByName =
    isFoundByName(read) || (seen === 'found' && isTable(read.name, version));
  const isAll = seen === 'whole' || seen === 'found';
  if (isAll && !isByName) {
    return found;
  }
  return found.filter(({ kind, isArrangement }) =>
    kind === 'hash-order' && isArrangement
      ? isAll && !isByName
      : seen !== 'members' || !isArrangement
  );
}

/** On what a value, with its base or without, and its parts hang besides the notebook. */
export function chancesIn(
  { chances: ofBase, parts }: Pick<Version, 'chances' | 'parts'>,
  hasBase = true
): readonly Chance[] {
  let found = hasBase ? ofBase : NO_CHANCES;
  if (parts.arePlain) {
    return found;
  }
  for (const { chances } of parts.values()) {
    found = chances.length === 0 ? found : [...found, ...chances];
  }
  return found;
}

/** True for a table that the code made by its keys: looked into by a key, it gives the same in whatever order it has them. */
function isTable(name: string, { baseStep }: Version): boolean {
  return baseStep.prepared.held.get(name)?.kind === 'keys';
}

/** The steps that a reader depends on directly through one read. */
export function stepsBehind(read: Read): Step[] {
  const steps = read.version ? [read.version.baseStep] : [];
  for (const { step } of read.parts.values()) {
    steps.push(step);
  }
  return steps;
}
