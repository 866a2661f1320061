export type { ExportFile, Exporter } from './exporter';
