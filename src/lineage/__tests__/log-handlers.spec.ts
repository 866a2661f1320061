// Handlers of a log: what one code adds twice writes each line twice.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

/** What becomes of a line in the log that was written after the cell which sets the log up ran so many times. */
function logged(setUp: string, runs: number): string {
  const notebook = aNotebook()
    .cell(
      'i',
      'import logging, sys\nlog = logging.getLogger("a")\nh = logging.StreamHandler()'
    )
    .cell('s', setUp)
    .cell('l', 'log.info("hi")')
    .run('i');
  for (let count = 0; count < runs; count += 1) {
    notebook.run('s');
  }
  return told(notebook.run('l', null, { output: 'hi' }))[2] ?? '';
}

const handler = 'logging.StreamHandler(sys.stdout)';

it.each([
  `log.addHandler(${handler})`,
  `h = ${handler}\nlog.addHandler(h)`,
  `log.setLevel(20)\nh = ${handler}\nh.setLevel(20)\nlog.addHandler(h)\nlog.propagate = False`
])('a new one is added each time: %j', setUp => {
  expect(logged(setUp, 2)).toBe('l differs repeated');
  expect(logged(setUp, 1)).toBe('l same');
});

it.each([
  'log.addHandler(h)',
  `if not log.handlers:\n    log.addHandler(${handler})`,
  `log.handlers.clear()\nlog.addHandler(${handler})`,
  `for one in list(log.handlers):\n    log.removeHandler(one)\nlog.addHandler(${handler})`,
  'logging.basicConfig(level=20)'
])('the same, or one alone, is there after two runs: %j', setUp => {
  expect(logged(setUp, 2)).toBe('l same');
});

it('a function of the notebook adds one at each call', () => {
  const define = `def log_to(name):\n    log = logging.getLogger(name)\n    log.addHandler(${handler})\n    return log`;
  const notebook = aNotebook()
    .cell('i', 'import logging, sys')
    .cell('f', define)
    .cell('s', 'log = log_to("a")')
    .cell('l', 'log.info("hi")')
    .runs('i', 'f', 's', 's')
    .run('l', null, { output: 'hi\nhi' });
  expect(told(notebook)[3]).toBe('l differs repeated');
});
