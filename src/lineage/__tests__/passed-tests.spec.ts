// Tests that passed show nothing of what they drew.
import { told, cells } from './told';
import { aNotebook } from '../../testing/run-builder';

const TESTS = `import unittest
class T(unittest.TestCase):
    def test_a(self):
        self.assertTrue(np.random.rand() < 1)
`;
const RUN =
  'unittest.TextTestRunner().run(unittest.TestLoader().loadTestsFromModule(T()))';
const LINE = '-'.repeat(70);
const PASSED = `.....\n${LINE}\nRan 5 tests in 0.006s\n\nOK\n`;

/** The verdict on a cell that showed this. */
function verdict(source: string, output: string): string | undefined {
  const notebook = aNotebook()
    .cell('a', 'import numpy as np')
    .cell('b', source)
    .run('a')
    .run('b', null, { output });
  return told(notebook)[1]?.split(' ')[1];
}

it.each([
  PASSED,
  `test_a (__main__.T.test_a) ... ok\n\n${LINE}\nRan 1 test in 0.001s\n\nOK\n`
])('%j', output => {
  expect(verdict(TESTS + RUN, output)).toBe('same');
});

it.each([
  `0.123\n${PASSED}`,
  PASSED.replace('OK', 'FAILED (failures=1)').replace('.....', '..F..')
])('more than that may: %j', output => {
  expect(verdict(TESTS + RUN, output)).toBe('random');
});

it('tests that the cell keeps are code', () => {
  const types = { suite: 'unittest.suite.TestSuite', np: 'builtins.module' };
  const source = `given = [1, 2]\narray = np.array(given)\n${TESTS}suite = unittest.TestLoader().loadTestsFromModule(T())\nunittest.TextTestRunner().run(suite)`;
  const notebook = aNotebook()
    .cell('a', 'import numpy as np')
    .cell('b', source)
    .run('a')
    .run('b', null, {
      output: PASSED,
      report: { types, bound: ['T', 'array', 'given', 'suite', 'unittest'] }
    });
  expect(told(notebook)[1]).toBe('b same');
});

it('what the cell keeps counts', () => {
  expect(verdict(`${TESTS}r = np.random.rand()\n${RUN}`, PASSED)).toBe(
    'random'
  );
  expect(told(cells('import numpy as np', 'np.random.rand()'))[1]).toMatch(
    /random/
  );
});
