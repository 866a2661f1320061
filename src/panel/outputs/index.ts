export type { ReferencePolicy } from './reference-policy';
export { restrictedRegistry } from './safe-rendering';
export { showOutputs, type ShownOutput } from './shown-output';
export { OneOutputView, OutputsView, type OutputHost } from './view';
