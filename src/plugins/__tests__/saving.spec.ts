// Names for scripts, and a sentence for each way in which saving fails.
import { english } from '../../model';
import { folderOf, freeName, saveFailure, statusOf } from '../export/saving';

const answered = (status: number, message: string): Error =>
  Object.assign(new Error(message), { response: { status } });

test.each([
  ['a.ipynb', '', ''],
  ['dir/sub/a.ipynb', '', 'dir/sub/'],
  ['RTC:a.ipynb', 'RTC', 'RTC:'],
  ['RTC:dir/a.ipynb', 'RTC', 'RTC:dir/'],
  ['what: a title.ipynb', '', '']
])('the folder of %s on drive “%s”', (path, driveName, folder) => {
  expect(folderOf(path, driveName)).toBe(folder);
});

test.each([
  ['a.py', [], 'a.py'],
  ['a.py', ['a.py'], 'a-2.py'],
  ['a.py', ['a.py', 'a-2.py', 'a-4.py'], 'a-3.py'],
  ['script', ['script'], 'script-2'],
  ['.hidden', ['.hidden'], '.hidden-2'],
  ['a.b.py', ['a.b.py'], 'a.b-2.py']
])('%s among %p is %s', (name, taken, free) => {
  expect(freeName(name, new Set(taken))).toBe(free);
});

test.each([
  [answered(500, 'No space left on device'), /disk is full/],
  [answered(507, 'Insufficient storage: disk full'), /disk is full/],
  [answered(403, 'Forbidden'), /may not write dir\/a\.py/],
  [answered(500, "[Errno 13] Permission denied: '/x'"), /may not write/],
  [answered(500, '[Errno 30] Read-only file system'), /may not write/],
  [answered(404, 'No such directory'), /folder of dir\/a\.py is gone/],
  [new TypeError('Failed to fetch'), /could not be reached/],
  [answered(418, 'I am a teapot'), /was not saved: I am a teapot/]
])('%s becomes a sentence', (error, sentence) => {
  expect(saveFailure({ error, path: 'dir/a.py' }, english)).toMatch(sentence);
});

test.each([null, undefined, 'text', {}, { response: null }, { response: {} }])(
  '%p is no answer of a server',
  error => {
    expect(statusOf(error)).toBeNull();
  }
);
