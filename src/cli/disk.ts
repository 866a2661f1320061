// Reading of files as Node does it, with a sentence for everything that can be wrong with one.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { dirname, resolve } from 'node:path';

import { fail, messageOf, succeed, type Result } from '../model';

import type { FileContent } from './io';

/** A larger file is refused: no notebook that a person made is. */
export const SIZE_LIMIT = 400 * 1024 * 1024;

const CHUNK = 1 << 20;

/** As many as systems follow. */
const MOST_LINKS = 40;

/** The text of a file, or of standard input for `-`. */
export function readText(path: string): FileContent {
  try {
    if (path === '-') {
      return textOf(readAll(0));
    }
    const file = openSync(path, 'r');
    try {
      if (fstatSync(file).isDirectory()) {
        return refused('It is a directory, not a file');
      }
      return textOf(readAll(file));
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return refused(reasonOf(error));
  }
}

/** The bytes of a file. */
export function readBytes(path: string): Result<Uint8Array> {
  try {
    return succeed(new Uint8Array(readFileSync(path)));
  } catch (error) {
    return fail(reasonOf(error));
  }
}

/**
 * Writes under a name of its own first, so that a full disk leaves what was there as it was. What is no file, such as a
 * device or a pipe, is written to and stays; a link stays one, too.
 */
export function writeWhole(path: string, bytes: Uint8Array): Result<null> {
  let part: string | null = null;
  try {
    const place = placeOf(path);
    if (place === null) {
      writeFileSync(path, bytes);
    } else {
      const fresh = `${place}.part-${randomUUID()}`;
      const mode = statSync(place, { throwIfNoEntry: false })?.mode;
      const file = openSync(fresh, 'wx', mode === undefined ? 0o666 : 0o600);
      part = fresh;
      try {
        writeFileSync(file, bytes, { flush: true });
        if (mode !== undefined) {
          fchmodSync(file, mode & 0o777);
        }
      } finally {
        closeSync(file);
      }
      renameSync(part, place);
    }
    return succeed(null);
  } catch (error) {
    if (part !== null) {
      rmSync(part, { force: true });
    }
    return fail(
      codeOf(error) === 'ENOSPC'
        ? 'The disk is full'
        : `It could not be written (${codeOf(error) || reasonOf(error)})`
    );
  }
}

/** Where a file is to be, behind links; null for what is there and is no file. */
function placeOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined
    ? endOfLinks(path)
    : found.isDirectory()
      ? path
      : found.isFile()
        ? realpathSync(path)
        : null;
}

/** Where links lead at whose end nothing is yet. */
function endOfLinks(path: string): string {
  let end = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    if (!lstatSync(end, { throwIfNoEntry: false })?.isSymbolicLink()) {
      break;
    }
    end = resolve(realpathSync(dirname(end)), readlinkSync(end));
  }
  return end;
}

/** All bytes; null when there are too many. */
function readAll(file: number): Buffer | null {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const length = readOnce(file, chunk);
    if (length === 0) {
      return Buffer.concat(chunks);
    }
    size += length;
    if (size > SIZE_LIMIT) {
      return null;
    }
    chunks.push(chunk.subarray(0, length));
  }
}

/** A terminal or a pipe that has nothing yet says so instead of waiting. */
function readOnce(file: number, chunk: Buffer): number {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      return readSync(file, chunk);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EOF') {
        return 0;
      }
      if (code !== 'EAGAIN') {
        throw error;
      }
      Atomics.wait(pause, 0, 0, 10);
    }
  }
}

function textOf(bytes: Buffer | null): FileContent {
  if (bytes === null) {
    const limit = SIZE_LIMIT / 1024 / 1024;
    return refused(`The file is larger than ${limit} MB`);
  }
  if (bytes.includes(0)) {
    return refused('The file is binary');
  }
  try {
    return {
      ok: true,
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    };
  } catch {
    return refused('The file is not UTF-8 text');
  }
}

function refused(reason: string): FileContent {
  return { ok: false, reason };
}

function codeOf(error: unknown): string {
  const { code } = Object(error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : '';
}

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'There is no such file',
  ENOTDIR: 'There is no such file',
  EISDIR: 'It is a directory, not a file',
  EACCES: 'The file may not be read',
  EPERM: 'The file may not be read',
  ELOOP: 'Its links lead in a circle',
  ENAMETOOLONG: 'The name is too long'
};

function reasonOf(error: unknown): string {
  const message = messageOf(error);
  return REASONS[codeOf(error)] ?? `The file could not be read (${message})`;
}
