// Files: a sentence for everything that can be wrong with one, and whole or not at all when written.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readText, writeWhole } from '../disk';

const folder = mkdtempSync(join(tmpdir(), 'retrace-disk-'));

afterAll(() => rmSync(folder, { recursive: true }));

function read(content: string | Uint8Array) {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return readText(path);
}

it('reads text, without a byte order mark', () => {
  expect(read('\uFEFF{"é": 1}')).toEqual({ ok: true, text: '{"é": 1}' });
});

it('reads more than one chunk', () => {
  const text = 'é'.repeat(3_000_000);
  expect(read(text)).toEqual({ ok: true, text });
});

it.each<[string, () => ReturnType<typeof readText>]>([
  ['There is no such file', () => readText(join(folder, 'none'))],
  ['It is a directory, not a file', () => readText(folder)],
  ['The file is binary', () => read(Uint8Array.of(123, 0, 1))],
  ['The file is not UTF-8 text', () => read(Uint8Array.of(0x7b, 0xff, 0x7d))]
])('says: %s', (reason, act) => {
  expect(act()).toEqual({ ok: false, reason });
});

describe('what is written', () => {
  const bytes = Buffer.from('new');
  let place: string;

  beforeEach(() => {
    place = mkdtempSync(join(folder, 'written-'));
  });

  it('replaces a file, and through a link the file behind it', () => {
    const file = join(place, 'a.txt');
    const link = join(place, 'b.txt');
    writeFileSync(file, 'old');
    symlinkSync(file, link);
    expect(writeWhole(link, bytes)).toEqual({ ok: true, value: null });
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(place)).toEqual(['a.txt', 'b.txt']);
  });

  it('is written where a link leads at whose end nothing is yet', () => {
    mkdirSync(join(place, 'in'));
    symlinkSync('in/b.txt', join(place, 'a.txt'));
    symlinkSync('c.txt', join(place, 'in', 'b.txt'));
    expect(writeWhole(join(place, 'a.txt'), bytes).ok).toBe(true);
    expect(readFileSync(join(place, 'in', 'c.txt'), 'utf8')).toBe('new');
    expect(lstatSync(join(place, 'a.txt')).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(place, 'in'))).toEqual(['b.txt', 'c.txt']);
  });

  it('is refused where links lead in a circle', () => {
    symlinkSync('b', join(place, 'a'));
    symlinkSync('a', join(place, 'b'));
    expect(writeWhole(join(place, 'a'), bytes).ok).toBe(false);
    expect(readdirSync(place)).toEqual(['a', 'b']);
  });

  it('may be read by whom the file before it let read', () => {
    const file = join(place, 'a.txt');
    for (const mode of [0o600, 0o666]) {
      writeFileSync(file, 'old');
      chmodSync(file, mode);
      expect(writeWhole(file, bytes).ok).toBe(true);
      expect(statSync(file).mode & 0o777).toBe(mode);
    }
  });

  it('leaves nothing behind where it cannot be', () => {
    mkdirSync(join(place, 'taken', 'inside'), { recursive: true });
    for (const path of ['taken', 'nowhere/a.txt']) {
      expect(writeWhole(join(place, path), bytes).ok).toBe(false);
    }
    expect(readdirSync(place)).toEqual(['taken']);
  });

  // Linux alone has a device that is always full; elsewhere this is left out.
  const withFull = existsSync('/dev/full') ? it : it.skip;
  withFull('is told of a full disk, and a device stays one', () => {
    expect(writeWhole('/dev/full', bytes)).toEqual({
      ok: false,
      reason: 'The disk is full'
    });
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
    expect(writeWhole('/dev/null', bytes).ok).toBe(true);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });
});
