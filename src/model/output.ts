// Outputs as nbformat 4 has them, with every text joined into one string.

/** A value that survives JSON. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Media type to content: text, base64 for binary types, JSON for `application/*+json`. */
export type MimeBundle = { readonly [mediaType: string]: Json };

export type StreamOutput = {
  readonly output_type: 'stream';
  readonly name: 'stdout' | 'stderr';
  /** Neighbouring writes joined; backspaces and carriage returns as they came. */
  readonly text: string;
};

export type DisplayOutput = {
  readonly output_type: 'display_data' | 'execute_result';
  readonly data: MimeBundle;
  readonly metadata: { readonly [key: string]: Json };
  /** The kernel's count; on results only. */
  readonly execution_count?: number | null;
};

export type ErrorOutput = {
  readonly output_type: 'error';
  readonly ename: string;
  readonly evalue: string;
  /** Lines with ANSI colours; empty where a server withholds tracebacks. */
  readonly traceback: readonly string[];
};

export type Output = StreamOutput | DisplayOutput | ErrorOutput;

/** Stands where a part of an output was over the size cap. Its preview is what the output still holds. */
export type Omission = {
  /** Which of the execution's outputs, from 0. */
  readonly outputIndex: number;
  /** `text/plain` for streams. */
  readonly mediaType: string;
  /** UTF-8 bytes of the whole; of what had arrived, where the kernel sent more than we held. */
  readonly bytes: number;
  /** Hash of the whole, or null where it was never held in one piece. */
  readonly hash: string | null;
};
