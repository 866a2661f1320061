// On what outputs and values hang besides the notebook: random numbers without a seed, clocks, servers.
import { BEHIND_CALLS, type BindingKind } from '../analysis';
import { LOGGING } from './ambient-names';
import { readsBehind } from './behind-values';
import { NONE } from './nothing';
import { isSettled } from './seeded-training';
import type { Observation, OwnChance } from './observation';
import {
  chancesOf,
  NO_CHANCES,
  type Chance,
  type Read,
  type Step
} from './version';
import type { World } from './world';

/** What a step's output may hang on: all that it meets or reads. */
export function outputChances(
  step: Step,
  { chances }: Observation
): readonly Chance[] {
  const shown = chances.length === 0 ? NONE : shownOf(step, chances);
  return joined(step, shown, step.reads);
}

function shownOf(
  step: Step,
  chances: Observation['chances']
): Observation['chances'] {
  return chances.filter(
    ({ staysInside, isLater }) =>
      staysInside !== true && !(isLater && onlyMakes(step))
  );
}

/** True for code that makes objects, and does nothing with them but show them: none of them has drawn by then. */
function onlyMakes({ prepared }: Step): boolean {
  return prepared.analysis.deeds?.onlyMakes === true;
}

/** What a value that a step leaves hangs on. */
export function valueChances(
  world: World,
  step: Step,
  { chances }: Observation,
  name: string
): readonly Chance[] {
  return step.chances.length + chances.length === 0
    ? NO_CHANCES
    : chancesLeft(world, step, chances, name);
}

function chancesLeft(
  world: World,
  step: Step,
  chances: Observation['chances'],
  name: string
): readonly Chance[] {
  const origin = step.prepared.origins.get(name);
  const reads = origin
    ? readsBehind(world, step.prepared, origin, step.reads)
    : step.reads;
  const isCode = isOfCode(world, step, name);
  const mayHang = origin?.calls ?? !isCode;
  const own = chances.filter(
    ({ into }) =>
      (into?.includes(name) ?? mayHang) ||
      (!isCode &&
        into?.includes(BEHIND_CALLS) === true &&
        isBoundElsewhere(step, name))
  );
  const others = reads.filter(read => read.name !== LOGGING);
  const found = joined(step, own, others);
  const isTally = step.prepared.tallies.includes(name);
  const isShuffle = own.every(({ arranges }) => arranges.includes(name));
  const isInValues = own.some(one => one.isInValues === true);
  const isLater = own.length > 0 && own.every(one => one.isLater === true);
  return found.map(chance =>
    isLater && chance.step === step
      ? { ...chance, isLater }
      : isTally ||
          (chance.step === step &&
            (isShuffle || (chance.kind === 'hash-order' && !isInValues)))
        ? { ...chance, isArrangement: true }
        : chance
  );
}

/** What makes code alone: what was drawn in the cell, nobody told where, is not in it. */
const OF_CODE: ReadonlySet<string> = new Set<BindingKind>([
  'function',
  'class',
  'import',
  'from-import'
]);

/** True for a name that the cell itself defines or imports; what calls give may be code that holds what they drew. */
function isOfCode(
  { knowledge }: World,
  { prepared }: Step,
  name: string
): boolean {
  const own = prepared.analysis.bindings.filter(one => one.name === name);
  return own.length > 0
    ? own.every(({ kind }) => OF_CODE.has(kind))
    : knowledge.stars.behind(prepared, name) !== null;
}

/** True for a name that no code of the cell itself binds or changes. */
function isBoundElsewhere({ prepared }: Step, name: string): boolean {
  return (
    !prepared.boundAt.has(name) &&
    !prepared.updates.some(update => update.name === name && update.isSure)
  );
}

function hasNoChances(read: Read): boolean {
  return chancesOf(read).length === 0;
}

/** Each chance once. */
function joined(
  step: Step,
  own: readonly OwnChance[],
  reads: readonly Read[]
): readonly Chance[] {
  return own.length === 0 && reads.every(hasNoChances)
    ? NO_CHANCES
    : allOf(step, own, reads);
}

function allOf(
  step: Step,
  own: readonly OwnChance[],
  reads: readonly Read[]
): readonly Chance[] {
  const found: Chance[] = [];
  const add = ({ kind, step: at }: Chance): void => {
    if (!found.some(one => one.kind === kind && one.step === at)) {
      found.push({ kind, step: at });
    }
  };
  own.forEach(({ kind }) => add({ kind, step }));
  for (const read of reads) {
    chancesOf(read)
      .filter(one => !isSettled(one, step.prepared, read.name))
      .forEach(add);
  }
  return found;
}
