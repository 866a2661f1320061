import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { analysePython, builtinNames } from '..';
import * as knowledge from '../python/knowledge';

const folder = join(__dirname, '../python/knowledge');
const files = readdirSync(folder).filter(file => file.endsWith('.ts'));

it('lists every file of knowledge', () => {
  const index = readFileSync(join(folder, 'index.ts'), 'utf8');
  const libraries = files.filter(file => {
    const source = readFileSync(join(folder, file), 'utf8');
    return /: (?:readonly )?Library\b/.test(source) && file !== 'index.ts';
  });
  const missing = libraries.filter(
    file => !index.includes(`'./${file.replace('.ts', '')}'`)
  );
  expect(libraries.length).toBeGreaterThan(6);
  expect(missing).toEqual([]);
});

it.each([
  ['append', 'silent'],
  ['pop', 'changing'],
  ['fit', 'replacing'],
  ['set_xlim', 'setting'],
  ['set_index', 'pure'],
  ['groupby', 'pure'],
  ['constructor', undefined],
  ['unheard_of', undefined]
])('knows how %s treats its receiver: %s', (name, kind) => {
  expect(knowledge.methodKind(name)).toBe(kind);
});

it('finds the library with the longest name', () => {
  expect(knowledge.isPureLibrary('matplotlib.pyplot.plot')).toBe(true);
  expect(knowledge.isPureLibrary('torch.add')).toBe(false);
  expect(knowledge.isPureLibrary('unheard.of')).toBe(false);
});

it('has rules before the rule for all others', () => {
  expect(knowledge.functionRule('numpy.random.seed')?.effect?.action).toBe(
    'set'
  );
  expect(knowledge.functionRule('numpy.random.beta')?.effect?.action).toBe(
    'draw'
  );
  expect(knowledge.functionRule('numpy.mean')).toBeUndefined();
});

it('leaves built-in names out of references', () => {
  const source = [...builtinNames]
    .filter(name => /^[a-z]/.test(name))
    .join('\n');
  expect(analysePython(source).references).toEqual([]);
});
