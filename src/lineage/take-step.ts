// Plays one source on a world: the transfer function that recorded executions and simulated cells share.
import type { CellId, Execution } from '../model';
import { fileName, isFile, pathOfFile } from './ambient-names';
import { unbound } from './broken';
import type { UnknownReason } from './forecast-types';
import type { Evidence } from './knowledge';
import type { FileTouch } from './files';
import { noteSilent } from './attached';
import { applyStep } from './apply-step';
import { doubtful, never, type Reaching } from './reached';
import { sightAsFar } from './sight-as-far';
import { forTouched } from './left-names';
import type { Observation, OwnChance } from './observation';
import { outcomeOf } from './outcome';
import { whatRan } from './refused';
import { isCounted } from './results';
import type { Prepared } from './prepared';
import { noteSharing } from './note-sharing';
import { noteSameValues } from './same-values';
import { formerValues, hiddenChanges, sinceOf } from './sharing';
import { noteForm } from './forms';
import { noteOneShots } from './one-shots';
import { isStopped, noteMagics } from './lacking-magics';
import { outputChances } from './chances';
import { takeDryStep, workedOut } from './take-dry-step';
import {
  isLeftBy,
  NO_CHANCES,
  type Chance,
  type Read,
  type Step
} from './version';
import type { World } from './world';
import { Written } from './written';
import { forgetUnreached, rememberReached } from './unreached';
import { NONE, NO_ENTRIES } from './nothing';

/** What is played. */
export type StepInput = {
  readonly prepared: Prepared;
  readonly cellId: CellId | null;
  /** Null for a simulated step: what equal steps did decides then. */
  readonly execution: Execution | null;
  /** What the kernel showed of values; absent for a simulated step. */
  readonly evidence?: Evidence | null;
  /** A reason from outside why its effects are not known. */
  readonly taint?: UnknownReason | null;
};

/** Plays one step; the world holds what it left. */
export function takeStep(world: World, given: StepInput): Step {
  const { knowledge } = world;
  const { execution, evidence = null } = given;
  const whole = whatRan(world, given.prepared, execution);
  if (execution) {
    forgetUnreached(world, whole, execution);
  }
  const { prepared, files, seen, keys } = sightAsFar(world, given, whole);
  const input = prepared === given.prepared ? given : { ...given, prepared };
  if (prepared.attributes.size > 0) {
    noteAttributes(world, prepared);
  }
  if (execution) {
    rememberReached(world, execution, seen.absent);
  }
  const hidden = hiddenChanges(world, input, seen, evidence);
  const isSound = world.policy === 'sound';
  const doubt = execution || isSound ? never : doubtful(world, prepared);
  const asWhole = prepared === whole ? input : { ...input, prepared: whole };
  const thought = takeDryStep(world, asWhole, {
    hasFailed: execution
      ? execution.status === 'error'
      : knowledge.outcomes.get(keys.key)?.outcome.hasFailed,
    mayStop: doubt !== never
  });
  const { shown, isSure, rebound } = thought;
  const left = shown === null ? null : new Map<string, string>();
  const former = formerValues(world, hidden);
  const reads =
    isSound && former.length > 0 ? [...seen.reads, ...former] : seen.reads;
  const { key, madeKey, values: valueKeys } = keys;
  const { ofWay } = valueKeys;
  const written = new Written(ofWay.left);
  const otherTaint =
    input.taint ?? ownTaint(world, seen, input) ?? taintOf(reads);
  const step: Step & { chances: readonly Chance[] } = {
    key,
    madeKey,
    silent: seen.silent,
    prepared,
    cellId: input.cellId,
    execution,
    reads,
    absent: seen.absent,
    taint: otherTaint ?? (seen.unseen.length > 0 ? 'not-analysed' : null),
    isUnseeded: seen.chances.some(isUnseeded),
    readsUnseen: seen.unseen.length > 0,
    readsHistory: seen.readsHistory || seen.reads.some(isCounted),
    chances: NO_CHANCES,
    hiddenSince: sinceOf(world, hidden),
    shown,
    isSure,
    left: left ?? NO_ENTRIES,
    aside: isSound ? NONE : former,
    written
  };
  const outcome = outcomeOf(world, step, { seen, valueKeys });
  noteMagics(world, step);
  noteSilent(knowledge, step);
  step.chances = outputChances(step, seen);
  const lacking = lackingNames(world, step);
  const isKnown = execution !== null || knowledge.outcomes.has(key);
  const mayStop = isSure || isKnown ? never : doubt;
  if (mayStop !== never && !rebound) {
    world.dry?.doubt();
  }
  const inThought = isKnown ? null : rebound;
  const course = {
    seen,
    valueKeys,
    outcome,
    lacking,
    otherTaint,
    mayStop,
    inThought
  };
  applyStep(world, step, course);
  const changed = lacking.length > 0 ? NO_ENTRIES : hidden;
  if (changed.size > 0) {
    changeUnseen(world, step, changed);
  }
  world.modules.note(step);
  noteOneShots(world, step);
  const stops = outcome.hasFailed || lacking.length > 0;
  noteSharing(world, step);
  noteSameValues(world, step, seen, stops);
  noteContents(world, lacking.length > 0 ? NONE : files, execution);
  world.mayLackFiles ||= prepared.takesFiles;
  settleAll(world, step, course, { left, written, changed, stops });
  ofWay.left = written.keys();
  if (execution && (files.length > 0 || prepared.takesFiles) && !isSound) {
    noteOnDisk(world, prepared, files);
  }
  world.results.note(knowledge, step);
  if (execution) {
    knowledge.lackedLabels.note(step);
  }
  return step;
}

/** Keeps what attributes hold of texts. */
function noteAttributes(
  { attributes }: World,
  { attributes: set }: Prepared
): void {
  set.forEach((kind, name) => attributes.set(name, kind));
}

/** Changes values that no code of the step mentions. */
function changeUnseen(
  world: World,
  step: Step,
  changed: ReadonlyMap<string, number>
): void {
  const { chances } = step;
  for (const name of changed.keys()) {
    world.changeUnread({ name, step, part: null, chances });
  }
}

/** Takes what a step left for what it is, and keeps it with the step. */
function settleAll(
  world: World,
  step: Step,
  course: Reaching,
  {
    left,
    written,
    changed,
    stops
  }: {
    readonly left: Map<string, string> | null;
    readonly written: Written;
    readonly changed: ReadonlyMap<string, number>;
    readonly stops: boolean;
  }
): void {
  const { execution } = step;
  const settle = (name: string): void => {
    if (!written.has(name)) {
      const print = printOf(world, step, name);
      const worked = workedOut(world, execution, name);
      world.recognise(name, print, course.mayStop(name) ? null : worked);
      const version = world.get(name) ?? null;
      written.add(name, version);
      noteForm(world.knowledge, execution, name, version);
      const isLeft = !stops || isLeftBy(version, step);
      const looks = isLeft && left && world.dry?.looksOf(name);
      if (typeof looks === 'string') {
        left?.set(name, looks);
      }
    }
  };
  forTouched(world, step, course, settle);
  for (const name of changed.keys()) {
    settle(name);
  }
}

/** Keeps what a recorded step left of files. */
function noteOnDisk(
  world: World,
  prepared: Prepared,
  files: readonly FileTouch[]
): void {
  world.knowledge.disk.note(
    prepared,
    files,
    path => world.get(fileName(path))?.key
  );
}

function isUnseeded({ kind }: OwnChance): boolean {
  return kind === 'unseeded';
}

/** Keeps what files held after a step that wrote to them. */
function noteContents(
  { contents }: World,
  files: readonly FileTouch[],
  execution: Execution | null
): void {
  for (const file of files) {
    if (file.action !== 'read') {
      const isTold = Boolean(execution?.report?.files) && !file.removes;
      contents.set(file.path, isTold ? file.content : null);
    }
  }
}

/** A cell that went well although it lacked a name found one that somebody bound unseen. */
function ownTaint(
  world: World,
  { absent, readsHistory }: Observation,
  { prepared, execution }: StepInput
): UnknownReason | null {
  const foundMore = execution?.status === 'ok' && absent.length > 0;
  const isRead =
    prepared.completeness === 'complete' ||
    isStopped(world, { prepared, execution });
  return isRead && !readsHistory && !foundMore ? null : 'not-analysed';
}

function taintOf(reads: readonly Read[]): UnknownReason | null {
  for (const { version, parts } of reads) {
    if (version?.taint) {
      return version.taint;
    }
    if (parts.arePlain) {
      continue;
    }
    for (const { step } of parts.values()) {
      if (step.taint) {
        return step.taint;
      }
    }
  }
  return null;
}

/** Names for want of which a step in thought stops. */
function lackingNames({ broken }: World, step: Step): readonly string[] {
  return step.execution === null
    ? [...step.absent, ...unbound(step, broken)]
    : NONE;
}

/**
 * What tells a value, or what a file holds, from others after the step that left it: the kernel tells modules apart, and not what
 * code set in them.
 */
function printOf(
  { contents }: World,
  { execution, prepared: { updates } }: Step,
  name: string
): string | undefined {
  if (isFile(name)) {
    return contents.get(pathOfFile(name)) ?? undefined;
  }
  const report = execution?.report;
  const isSet =
    report?.types?.[name] === 'builtins.module' &&
    updates.some(update => update.name === name && update.isSure);
  return isSet ? undefined : report?.values[name];
}
