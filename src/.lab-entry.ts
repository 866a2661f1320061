export * from './src/lineage';
export { analysePython } from './src/analysis';
export { languageOf } from './src/languages';
export { recordingFrom } from './src/cli/read-recording';
export { checkRecording } from './src/cli/findings';
export { analyserOf } from './src/cli/recording';
export { isSameDay } from './src/model';
export { historyOf } from './bench/made-history';
