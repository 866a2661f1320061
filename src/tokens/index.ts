// Where the parts of the shell meet: service interfaces and their tokens. No code.
export * from './store';
export * from './recorder';
export * from './forecaster';
export * from './kernels';
export * from './proofs';
export * from './dismissals';
export * from './checklists';
export * from './drift';
export * from './actions';
