import { scriptFileName } from '../python-script/file-name';

it.each([
  ['classifier.ipynb', 'classifier-run-3.py'],
  ['a/b/Iris study (1).ipynb', 'Iris-study-1-run-3.py'],
  ['Übung.ipynb', 'Ubung-run-3.py'],
  ['../../etc/passwd', 'passwd-run-3.py'],
  ['.hidden.ipynb', 'hidden-run-3.py'],
  ['-rf.ipynb', 'rf-run-3.py'],
  ['CON.ipynb', 'notebook-CON-run-3.py'],
  ['nul', 'notebook-nul-run-3.py'],
  ['日本.ipynb', 'notebook-run-3.py'],
  ['a\n!rm\u2028.ipynb', 'a-rm-run-3.py'],
  ['', 'notebook-run-3.py']
])('%j becomes %s', (path, name) => {
  expect(scriptFileName(path, 3, '.py')).toBe(name);
});

it('stays below a hundred characters', () => {
  const name = scriptFileName(`${'x'.repeat(10_000)}.ipynb`, 12, '.py');
  expect(name.length).toBeLessThanOrEqual(100);
});
