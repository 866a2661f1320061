export { DriftView } from './view';
export { driftSentence } from './words';
