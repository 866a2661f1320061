// What a command may do to the world outside.

/** A file as it was found. */
export type FileContent =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

/** The terminal and the disk; tests bring their own. */
export type Io = {
  /** `-` is standard input. */
  read(path: string): FileContent;
  out(text: string): void;
  err(text: string): void;
};

/** `0`: nothing found. `1`: findings. `2`: bad input or bad arguments. */
export type ExitCode = 0 | 1 | 2;
