import { bundle } from './bundle';
import type { Exporter } from './exporter';
import { notebook } from './notebook';
import { script } from './script';

export {
  admittedData,
  bundleEntries,
  dataFilesOf,
  fitting,
  sizeOf,
  whyLeftOut,
  type AdmittedData,
  type BundleEntry,
  type DataFile
} from './bundle';
export {
  decodeLock,
  leftOutOfLock,
  lockCode,
  LOCK_SECONDS,
  type PackageLock
} from './lock';
export {
  decodeTidied,
  tidyCode,
  TIDY_SECONDS,
  type TidiedScript
} from './tidy';
export type { Exporter, ExportFile, ExportRecord } from './exporter';

/** Every format that a script plan can be written in; the first one is what is meant when none is named. */
export const exporters: readonly Exporter[] = [script, notebook, bundle];
