// What the probe says about one execution, after the codec.
import type { ReportFacts } from './report-facts';

/** One file that an execution opened, requested or wrote. */
export type FileUse = {
  /** Relative to the kernel's first working directory where it lies below it, else absolute; `/` between parts. */
  readonly path: string;
  /** `update`: it was there before and was written to without being emptied first. */
  readonly mode: 'read' | 'write' | 'update';
  /** Bytes after the execution; null when the file was gone or could not be read. */
  readonly size: number | null;
  /** Milliseconds since 1970 after the execution; null as for `size`. */
  readonly modified: number | null;
  /** Hexadecimal; null when the content was not read, or not yet. */
  readonly hash: string | null;
  /** Absent where the hash is known, and where the probe gave no reason. */
  readonly unread?: WhyUnread;
  /** True when parts of the file stand for the whole: equal hashes do not prove equal contents. */
  readonly isSampled?: true;
  /** `named`: nobody saw it opened; an argument in the cell's code names it. Absent: it was opened. */
  readonly evidence?: 'named';
};

/**
 * Why nobody knows what a file held. `later`: it was to be read while no cell runs; `irregular`: a pipe, a device;
 * `watched`: the user's code hears what Python does; `many`: others had the time; `large`: larger than is read.
 */
export type WhyUnread =
  | 'later'
  | 'gone'
  | 'changed'
  | 'unreadable'
  | 'irregular'
  | 'watched'
  | 'many'
  | 'large';

/** What an execution did to one stream of random numbers; `before` and `after` are fingerprints of its state. */
export type StreamChange = { readonly before: string; readonly after: string };

/**
 * What one execution changed, as the kernel saw it. Lists are sorted. A field that may be absent is absent when the
 * kernel did not look, as with an older probe: absence says nothing.
 */
export type ExecutionReport = ReportFacts & {
  /** Names that did not exist before. */
  readonly bound: readonly string[];
  /** Names that existed before and refer to another object now. */
  readonly rebound: readonly string[];
  /** Names that are gone. */
  readonly deleted: readonly string[];
  /** Distribution to version, for distributions that this execution was the first to import. */
  readonly imported: { readonly [distribution: string]: string };
  /** Top-level module to distribution, for the modules that this execution was the first to import. */
  readonly modules: { readonly [moduleName: string]: string };
  /**
   * Name to fingerprint of its value after the execution, for names that the cell's code mentions and whose value
   * could be read without running anybody's code within the budget. A name that is missing has an unknown value.
   */
  readonly values: { readonly [name: string]: string };
  /** Names in `values` of which a sample was read: equal fingerprints do not prove equal values. */
  readonly sampled?: readonly string[];
  /** Names that refer to the object of before, whose content differs now: changed in place. */
  readonly changed?: readonly string[];
  /** Names that refer to the object of before, whose whole content was read before and after and is equal. */
  readonly unchanged?: readonly string[];
  /** Groups of two or more names, each sorted, whose values are one object or share memory after the execution. */
  readonly shared?: readonly (readonly string[])[];
  /** Name to type, `module.qualname`, for the names that the cell mentions. */
  readonly types?: { readonly [name: string]: string };
  /** Names in `types`, and `_` for the result, of lists, tuples, sets and dictionaries whose first element or key is a text. */
  readonly texts?: readonly string[];
  /** Stream (`random`, `numpy`, `torch`, or `name` of a bound generator) to its change; streams that stood still are absent. */
  readonly streams?: { readonly [stream: string]: StreamChange };
  /** Files of the user that the cell's code opened; those of libraries and of the interpreter are left out. */
  readonly files?: readonly FileUse[];
  /** Sentences about what was left out; empty for a whole report. */
  readonly omitted: readonly string[];
};

/** A report that says nothing. */
export const emptyReport: ExecutionReport = {
  bound: [],
  rebound: [],
  deleted: [],
  imported: {},
  modules: {},
  values: {},
  omitted: []
};
