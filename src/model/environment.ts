import type { EnvironmentId } from './ids';

/** One installed distribution, named as its metadata names it. Both texts passed the codec's patterns. */
export type Package = { readonly name: string; readonly version: string };

/** What a kernel runs on, as the kernel itself sees it. Stored once under its hash. */
export type Environment = {
  readonly schemaVersion: 1;
  readonly environmentId: EnvironmentId;
  /** Kernel language as its kernelspec names it: `python`, `R`. */
  readonly language: string;
  /** `3.11.7`; empty when unknown. */
  readonly languageVersion: string;
  /** `CPython`, `PyPy`; empty when unknown. */
  readonly implementation: string;
  /** Operating system, release and machine in one line; empty when unknown. */
  readonly platform: string;
  /** Every installed distribution, sorted by name without regard to case. */
  readonly packages: readonly Package[];
  /** Top-level module to distribution, for the modules that were loaded when the run opened. */
  readonly modules: { readonly [moduleName: string]: string };
};
