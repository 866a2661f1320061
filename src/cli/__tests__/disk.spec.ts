// Reading of files: a sentence for everything that can be wrong with one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readText } from '../disk';

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
