export { RunHistoryModel } from './model';
export type { RunHistoryModelOptions } from './options';
export type { INotebookInView } from './notebook-in-view';
export { OpenNotebook } from './open-notebook';
export { Pacer, type Schedule } from './pacer';
export { RunHistoryPanel } from './panel';
export { placeText, runTitle, type Locale } from './words';
