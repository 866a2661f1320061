// What a replay may stumble over before it starts.
import type { Environment } from '../../model';
import { canRunHere } from '..';

const environment = (
  languageVersion: string,
  packages: { readonly [name: string]: string }
): Environment => ({
  schemaVersion: 1,
  environmentId: 'e' as never,
  language: 'python',
  languageVersion,
  implementation: 'CPython',
  platform: '',
  packages: Object.entries(packages).map(([name, version]) => ({
    name,
    version
  })),
  modules: {}
});

const requires = [
  { name: 'numpy', version: '2.0' },
  { name: 'scikit_learn', version: '1.4' },
  { name: 'pandas', version: '2.2' }
];

test('names what is missing and what is there in another version', () => {
  const here = environment('3.12.1', {
    'Scikit-Learn': '1.5',
    pandas: '2.2',
    other: '1'
  });
  expect(canRunHere(requires, environment('3.11.7', {}), here)).toEqual({
    missing: [{ name: 'numpy', wanted: '2.0', here: null }],
    other: [{ name: 'scikit_learn', wanted: '1.4', here: '1.5' }],
    language: { wanted: '3.11.7', here: '3.12.1' },
    sentence:
      'Not installed here: numpy 2.0; in another version: scikit_learn 1.5 instead of 1.4; the language is 3.12.1 instead of 3.11.7.'
  });
});

test('says nothing where all is as it was, or nothing is known', () => {
  const here = environment('3.11.7', {
    numpy: '2.0',
    'scikit-learn': '1.4',
    pandas: '2.2'
  });
  expect(canRunHere(requires, environment('3.11.7', {}), here).sentence).toBe(
    ''
  );
  expect(canRunHere([], null, here).sentence).toBe('');
});

test('keeps the sentence short', () => {
  const many = Array.from({ length: 9 }, (_, index) => ({
    name: `p${index}`,
    version: '1'
  }));
  expect(canRunHere(many, null, environment('', {})).sentence).toBe(
    'Not installed here: p0 1, p1 1, p2 1, p3 1, p4 1 and 4 more.'
  );
});
