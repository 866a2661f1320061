// What a command may do to the world outside.
import type { Result } from '../model';

/** A file as it was found. */
export type FileContent =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** The terminal and the disk; tests bring their own. */
export type Io = {
  /** `-` is standard input. */
  read(path: string): FileContent;
  readBytes(path: string): Result<Uint8Array>;
  /** Writes a whole file or nothing; the reason is a sentence without the path. */
  write(path: string, bytes: Uint8Array): Result<null>;
  /** What a program of ours in Python printed; the reason is an English clause. */
  runPython(code: string, seconds: number): Result<string>;
  /** ISO time. */
  now(): string;
  out(text: string): void;
  err(text: string): void;
};

/** `0`: nothing found. `1`: findings. `2`: bad input or bad arguments. */
export type ExitCode = 0 | 1 | 2;
