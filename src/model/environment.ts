import type { EnvironmentId } from './ids';

/** Where an installed distribution came from, as its own metadata or conda's records say. */
export type PackageOrigin = {
  /** `index`: a package index. `archive`: one file by its address. `local`: a folder that was copied in. */
  readonly kind: 'index' | 'editable' | 'vcs' | 'archive' | 'local' | 'conda';
  /** Repository, address or folder, without credentials; the channel for `conda`; empty when unknown. */
  readonly url: string;
  /** Full id of the commit for `vcs`, the build for `conda`; empty otherwise. */
  readonly revision: string;
  /** Folder in the repository or archive that holds the project; absent for its top. */
  readonly subdirectory?: string;
};

/** One installed distribution, named as its metadata names it. Name and version passed the codec's patterns. */
export type Package = {
  readonly name: string;
  readonly version: string;
  /** Absent when nobody looked, or its metadata does not tell. */
  readonly origin?: PackageOrigin;
};

/** One graphics processor. */
export type Gpu = {
  readonly name: string;
  /** Empty when unknown. */
  readonly driver: string;
  /** Null when unknown. */
  readonly memoryBytes: number | null;
};

/** What the computer is. */
export type Hardware = {
  /** Empty when unknown. */
  readonly cpu: string;
  /** Logical processors that the kernel may use; null when unknown. */
  readonly cores: number | null;
  readonly memoryBytes: number | null;
  /** Empty when there is none, or none could be seen: then `unknown` of the details says so. */
  readonly gpus: readonly Gpu[];
};

/** What else a re-run may hang on. A text that is empty is unknown, and `unknown` says why. */
export type EnvironmentDetails = {
  /** What kind of interpreter runs: a virtual environment, one of conda, the system's, one of a container image. */
  readonly executable: 'venv' | 'conda' | 'system' | 'container' | '';
  /** Image or environment by name where it tells one; empty otherwise. */
  readonly executableName: string;
  /** Container image that the environment names; absent when it names none. */
  readonly image?: string;
  /** Operating system with its version: `Debian GNU/Linux 12`. */
  readonly system: string;
  /** `x86_64`, `arm64`. */
  readonly machine: string;
  readonly locale: string;
  /** IANA name or offset from UTC. */
  readonly timeZone: string;
  /** Those of a fixed list of variables that are set; never the whole environment. */
  readonly variables: { readonly [name: string]: string };
  readonly hardware: Hardware;
  /** Item, by the name of its field (`hardware.gpus`, `locale`), to an English sentence on why it is not known. */
  readonly unknown: { readonly [item: string]: string };
};

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
  /** Absent when the kernel did not look, as with an older probe. */
  readonly details?: EnvironmentDetails;
};
