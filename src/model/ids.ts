// Branded strings: an id of one kind cannot be passed where another is wanted.

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** One life of a kernel process as one notebook sees it. Time-ordered, so that ids sort as runs opened. */
export type RunId = Branded<'RunId'>;

/** `runId/msgId` of the execute request: every page that sees an execution gives it the same id. */
export type ExecutionId = Branded<'ExecutionId'>;

/** nbformat 4.5 cell id. Survives moving, renaming and saving; a duplicated notebook repeats it. */
export type CellId = Branded<'CellId'>;

/** Lower-case hex SHA-256 of the UTF-8 bytes of a payload. */
export type BlobHash = Branded<'BlobHash'>;

/** Content address of a `DocumentVersion`: the hash of its cells' ids, types and source hashes, in order. */
export type DocumentHash = Branded<'DocumentHash'>;

/** Content address of an `Environment`. */
export type EnvironmentId = Branded<'EnvironmentId'>;

export const asRunId = (text: string): RunId => text as RunId;
export const asCellId = (text: string): CellId => text as CellId;
export const asBlobHash = (text: string): BlobHash => text as BlobHash;
export const asDocumentHash = (text: string): DocumentHash =>
  text as DocumentHash;
export const asEnvironmentId = (text: string): EnvironmentId =>
  text as EnvironmentId;

/** The id of the execution that the request `msgId` started in `runId`. */
export function executionIdOf(runId: RunId, msgId: string): ExecutionId {
  return `${runId}/${msgId}` as ExecutionId;
}

/** The run that an execution belongs to. */
export function runIdOf(executionId: ExecutionId): RunId {
  return executionId.slice(0, executionId.indexOf('/')) as RunId;
}
