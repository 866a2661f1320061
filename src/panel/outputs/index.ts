export type { ReferencePolicy } from './reference-policy';
export { restrictedRegistry } from './safe-rendering';
export { OutputsView } from './view';
