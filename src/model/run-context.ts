// Where a run took place and what code stood beside the notebook. Belongs to one run, unlike its environment.
import type { BlobHash, ExecutionId, RunId } from './ids';

/** The git working tree that the notebook is in. */
export type GitState = {
  /** Of `origin`, without credentials; empty without a remote. */
  readonly remote: string;
  /** Empty when detached. */
  readonly branch: string;
  /** Full id; empty before the first commit. */
  readonly commit: string;
  /** True when tracked files differ from the commit. */
  readonly isDirty: boolean;
  /**
   * Difference of tracked files to the commit, notebooks left out, masked; null when there is none, or when it is not
   * known: then `unknown['git.diff']` of the context says why.
   */
  readonly diff: string | null;
};

/** Another state of the working tree than the run had before. */
export type GitChange = {
  /** The execution after which it was noticed; it may be one of another notebook of the kernel. */
  readonly after: ExecutionId;
  /** Null when it is not known. */
  readonly git: GitState | null;
  /** An English sentence on why `git`, or its difference, is not known; empty when both are. */
  readonly unknown: string;
};

/** A module of the user's own that the kernel imported and that no commit holds, with its text. */
export type ModuleText = {
  readonly name: string;
  /** As `FileUse.path`. */
  readonly path: string;
  /** Of the text; empty where there is none. */
  readonly hash: BlobHash;
  /** Masked; null when it was too large or could not be read. */
  readonly text: string | null;
};

/** Stored once for each run; what is not known is said. */
export type RunContext = {
  readonly schemaVersion: 1;
  readonly runId: RunId;
  /** Name of the user as the server knows it; empty where it knows none. */
  readonly user: string;
  /** Address of the server without token. */
  readonly serverUrl: string;
  /** The kernel's first working directory; empty when unknown. */
  readonly workingDirectory: string;
  /** As the run found it. Null outside a repository, or when it is not known: then `unknown.git` says why. */
  readonly git: GitState | null;
  /** What it was like later, in order; absent where nobody saw it change. */
  readonly gitChanges?: readonly GitChange[];
  readonly modules: readonly ModuleText[];
  /** The user's own words for rows of the checklist: row id to text. */
  readonly notes: { readonly [row: string]: string };
  /** Item (`git`, `user`, `modules`) to an English sentence on why it is not known. */
  readonly unknown: { readonly [item: string]: string };
};

/** A context that says nothing yet. */
export function emptyContext(runId: RunId): RunContext {
  return {
    schemaVersion: 1,
    runId,
    user: '',
    serverUrl: '',
    workingDirectory: '',
    git: null,
    modules: [],
    notes: {},
    unknown: {}
  };
}

/** What is known of the working tree over the run, in order. */
export function gitStates(context: RunContext | null): readonly GitState[] {
  const { git = null, gitChanges = [] } = context ?? {};
  return [git, ...gitChanges.map(change => change.git)].flatMap(
    state => state ?? []
  );
}
