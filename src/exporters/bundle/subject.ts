// What the descriptions of a bundle speak of: found out once, worded by each of them.
import { labelOf, scriptFileName } from '../../languages';
import type { PlanStep, ScriptPlan } from '../../lineage';
import { hashOf, type Execution } from '../../model';
import type { ExportRecord } from '../exporter';
import { dataFilesOf, type DataFile } from './data-files';
import type { BundleEntry } from './entry';
import { figuresOf, type Figure } from './figures';
import { whyLeftOut } from './secret-files';
import { localModulesOf, type LocalModuleFile } from './local-code';
import { baseName } from './run-json';

/** One step with what was recorded of it. */
export type SubjectStep = {
  readonly step: PlanStep;
  /** `cell 3 [5]`. */
  readonly label: string;
  readonly execution: Execution | null;
};

/** A data file, and its content where it is to be in the bundle. */
export type SubjectData = DataFile & {
  readonly content: Uint8Array | null;
  /** An English phrase; null for what is there. */
  readonly whyLeftOut: string | null;
};

/** A plan with its record, read for a bundle. */
export type Subject = {
  readonly plan: ScriptPlan;
  readonly record: ExportRecord;
  /** Name of the notebook without folders. */
  readonly title: string;
  readonly scriptName: string;
  readonly notebookName: string;
  readonly steps: readonly SubjectStep[];
  readonly data: readonly SubjectData[];
  readonly modules: readonly LocalModuleFile[];
  readonly figures: readonly Figure[];
};

/** Everything that a bundle is made from. */
export function subjectOf(plan: ScriptPlan, record: ExportRecord): Subject {
  const { executions } = record.history;
  const byId = new Map(executions.map(one => [one.executionId, one]));
  const named = (extension: string): string =>
    scriptFileName(plan.notebookPath, plan.runNumber, extension);
  return {
    plan,
    record,
    title: baseName(plan.notebookPath) || 'a notebook',
    scriptName: named('.py'),
    notebookName: named('.ipynb'),
    steps: plan.steps.map(step => ({
      step,
      label: labelOf(step),
      execution: byId.get(step.executionId) ?? null
    })),
    data: dataFilesOf(plan, record.history).map(file => {
      const content =
        file.inside === null || file.isSecret
          ? null
          : (record.data.get(file.path) ?? null);
      const why = content ? null : whyLeftOut(file, record.leftOut);
      return { ...file, content, whyLeftOut: why };
    }),
    modules: localModulesOf(plan, record),
    figures: figuresOf(plan, record)
  };
}

/** A name-based UUID for an identifier in a description. */
export function uuidOf(...parts: readonly string[]): string {
  const hex = hashOf(parts.join('\n')).slice(0, 32);
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20)
  ].join('-');
}

/** A path as a relative address. */
export function addressOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Where a data file or module stands in the bundle. */
export function workPath(path: string): string {
  return `work/${path}`;
}

/** Media type by the ending of a path. */
export function mediaTypeOf({ path }: Pick<BundleEntry, 'path'>): string {
  const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return MEDIA_TYPES.get(ending) ?? 'application/octet-stream';
}

const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['py', 'text/x-python'],
  ['ipynb', 'application/x-ipynb+json'],
  ['md', 'text/markdown'],
  ['json', 'application/json'],
  ['toml', 'application/toml'],
  ['txt', 'text/plain'],
  ['yml', 'application/yaml'],
  ['csv', 'text/csv'],
  ['patch', 'text/x-diff'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['gif', 'image/gif']
]);
