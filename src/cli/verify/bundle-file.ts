// A bundle as files on the disk, for as long as it is being verified.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync, type UnzipFileInfo } from 'fflate';

import { fail, messageOf, succeed, type Result } from '../../model';

/** Where a bundle keeps what runs; see the exporter that writes it. */
const WORK = 'work';

/** The record in it. */
const RECORD = 'run.json';

const SIZE_LIMIT = 2 * 1024 ** 3;
const ENTRY_LIMIT = 20_000;

/** A bundle that was unpacked. */
export type UnpackedBundle = {
  /** The text of the history file in it. */
  readonly record: string;
  /** The folder that the code ran in, with its data. */
  readonly folder: string;
  /** To be removed at the end. */
  readonly place: string;
};

/** Unpacks a bundle into a folder of its own; refuses what is none, and entries that would land elsewhere. */
export function unpackBundle(bytes: Uint8Array): Result<UnpackedBundle> {
  const entries = entriesOf(bytes);
  if (!entries.ok) {
    return entries;
  }
  const record = entries.value[RECORD];
  if (!record) {
    return fail(`The archive is no bundle: it has no ${RECORD}`);
  }
  const place = mkdtempSync(join(tmpdir(), 'retrace-bundle-'));
  try {
    const folder = join(place, WORK);
    mkdirSync(folder);
    writeEntries(entries.value, place);
    return succeed({ record: new TextDecoder().decode(record), folder, place });
  } catch (error) {
    rmSync(place, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    return fail(
      `The archive could not be unpacked (${code ?? String(error)}); its entries may not fit one another, or the disk is full`
    );
  }
}

function writeEntries(
  entries: { readonly [name: string]: Uint8Array },
  place: string
): void {
  for (const [name, content] of Object.entries(entries)) {
    if (name.startsWith(`${WORK}/`) && !name.endsWith('/')) {
      const target = join(place, ...name.split('/'));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  }
}

function entriesOf(
  bytes: Uint8Array
): Result<{ readonly [name: string]: Uint8Array }> {
  let refusal: string | null = null;
  let size = 0;
  let count = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    size += originalSize;
    count += 1;
    if (size > SIZE_LIMIT || count > ENTRY_LIMIT) {
      refusal ??= 'The archive is too large';
    } else if (!isInside(name)) {
      refusal ??= 'The archive has an entry that leads out of its folder';
    }
    return refusal === null && (name === RECORD || name.startsWith(`${WORK}/`));
  };
  try {
    const entries = unzipSync(bytes, { filter });
    return refusal === null ? succeed(entries) : fail(refusal);
  } catch (error) {
    const reason = messageOf(error);
    return fail(`The archive could not be read (${reason})`);
  }
}

/** Relative, without a way up, and the same on every system. */
function isInside(name: string): boolean {
  return (
    !/^\/|[\\:\0]/.test(name) &&
    !name.split('/').some(part => part === '..' || part === '.')
  );
}
