// What only a slice counts of what a step reads, changes and leaves: all that no name in its code may tell.
import { changesDefaults, remembered } from './memories';
import { moduleSettings } from './module-settings';
import type { AmbientWrite } from './observation';
import type { Carried, Prepared, PreparedUpdate } from './prepared';
import { folders, listedFiles, repository } from './sound-outside';
import {
  changedThroughViews,
  instancesOfPatched,
  listedNames,
  namesInTexts,
  rememberingCallees
} from './sound-reads';
import type { World } from './world';

/** What the step was seen to do so far. */
export type Walked = {
  /** Callables whose bodies it runs. */
  readonly entered: readonly Carried[];
  readonly updates: readonly PreparedUpdate[];
  readonly reads: readonly { readonly name: string }[];
  /** True where a command said that it did nothing. */
  readonly hasRefused: boolean;
};

/** What it does besides. */
export type Further = {
  readonly reads: readonly string[];
  /** Changes that count unless the kernel showed that nothing changed. */
  readonly changes: readonly PreparedUpdate[];
  /** Names that change with their class, which count in any case. */
  readonly patched: readonly string[];
  readonly written: ReadonlyMap<string, AmbientWrite>;
};

/** Looks at one step. */
export function lookFurther(
  world: World,
  prepared: Prepared,
  { entered, updates, reads, hasRefused }: Walked
): Further {
  const change = (name: string): PreparedUpdate => ({
    name,
    part: null,
    isReplacement: false,
    isSure: true
  });
  const memories = remembered(world, prepared, entered);
  const used = reads.map(({ name }) => name);
  const settings = moduleSettings(world, prepared, used);
  const inFolders = folders(world, prepared);
  const inRepository = repository(world, prepared, hasRefused);
  return {
    reads: [
      ...listedFiles(world, prepared),
      ...listedNames(world, prepared),
      ...namesInTexts(world, prepared, entered),
      ...memories.read,
      ...settings.read,
      ...inFolders.read,
      ...inRepository.read
    ],
    changes: [
      ...rememberingCallees(world, prepared).map(change),
      ...changedThroughViews(prepared).map(change),
      ...entered
        .filter(changesDefaults)
        .map(({ definition }) => change(definition.name))
    ],
    patched: instancesOfPatched(world, updates),
    written: new Map([
      ...memories.written,
      ...settings.written,
      ...inFolders.written,
      ...inRepository.written
    ])
  };
}
