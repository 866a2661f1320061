import type { Exporter } from './exporter';
import { script } from './script';

export type { ExportFile, Exporter } from './exporter';

/** Every format that a script plan can be written in. */
export const exporters: readonly Exporter[] = [script];
