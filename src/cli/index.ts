// The command line as a program of Node: the launcher in bin calls `start`.
import { writeSync } from 'node:fs';

import { readBytes, readText, writeWhole } from './disk';
import { runPython } from './driver/run-python';
import type { ExitCode, Io } from './io';
import { main } from './main';

/** Runs the command line and gives the exit code. */
export async function start(
  args: readonly string[],
  version: string
): Promise<ExitCode> {
  const io: Io = {
    read: readText,
    readBytes,
    write: writeWhole,
    runPython: (code, seconds) => runPython(code, seconds, process.env),
    now: () => new Date().toISOString(),
    out: text => write(1, text),
    err: text => write(2, text)
  };
  try {
    return await main(args, io, version);
  } catch (error) {
    const { code } = Object(error) as { readonly code?: unknown };
    if (code === 'EPIPE') {
      return 0;
    }
    if (code === 'ENOSPC') {
      io.err('retrace: The disk is full, so not all was written.\n');
      return 2;
    }
    const message = error instanceof Error ? error.stack : String(error);
    io.err(`retrace: This is a fault of Retrace itself. ${message}\n`);
    return 2;
  }
}

/** Writes all of a text before the next step; a reader that takes its time is waited for. */
function write(file: number, text: string): void {
  const bytes = Buffer.from(text);
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(file, bytes, done);
    } catch (error) {
      if (Object(error).code !== 'EAGAIN') {
        throw error;
      }
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}
