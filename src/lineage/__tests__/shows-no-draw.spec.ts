// Outputs in which nothing of what was drawn can be seen: words of the code before an error, objects by their addresses.
import { analysePython } from '../../analysis';
import type { OutputTells } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

const DEFINED =
  'import random\ndef f(n):\n  print(f"size {n}")\n  x = random.random()\n  return x + gone';

type Shown = {
  readonly status?: 'ok' | 'error';
  readonly tells: OutputTells;
  readonly types?: Record<string, string>;
  readonly outputCount?: number;
};

/** The verdict on a cell that draws, run in order. */
function told(source: string, shown: Shown): string | undefined {
  const { status = 'error', tells, types = {}, outputCount = 2 } = shown;
  const output = "NameError: name 'gone' is not defined";
  const { runs, document } = aNotebook()
    .cell('a', DEFINED)
    .cell('b', source)
    .run('a', null, { report: { bound: ['random', 'f'] } })
    .run('b', null, {
      status,
      output,
      tells,
      report: { types, bound: Object.keys(types) }
    })
    .build();
  const counted = runs.map(run => ({
    ...run,
    executions: run.executions.map(one =>
      one.outputCount > 0 ? { ...one, outputCount } : one
    )
  }));
  const input = { runs: counted, document, analyse: analysePython };
  return forecast(input).cells[1]?.verdict;
}

it.each<[OutputTells, string]>([
  [{ printed: ['size', '9'] }, 'same'],
  [{ printed: ['size', '0.7351'] }, 'random'],
  [{}, 'random']
])('what is printed before an error, as %j: %s', (tells, verdict) => {
  expect(told('f(9)', { tells })).toBe(verdict);
});

it.each([
  ['print("a" if random.random() > 0.5 else "b")\nf(9)', 'random'],
  ['print(random.choice(["a", "b"]))\nf(9)', 'random'],
  ['print(["a", "b"][random.SystemRandom().randint(0, 1)])\nf(9)', 'random'],
  ['print("a")\nx = random.random()\nf(9)', 'same']
])(
  'what chose between words of the code is a chance: %j',
  (source, verdict) => {
    expect(told(source, { tells: { printed: ['a'] } })).toBe(verdict);
  }
);

it.each<[OutputTells, Record<string, string>, string]>([
  [{ showsObjects: true }, {}, 'same'],
  [{ showsObjects: true }, { m: 'mine.Model' }, 'random'],
  [{ showsObjects: true }, { m: 'matplotlib.lines.Line2D' }, 'same'],
  [{}, { m: 'matplotlib.lines.Line2D' }, 'random']
])('a result that tells %j beside %j: %s', (tells, types, verdict) => {
  const name = Object.keys(types)[0];
  const source = `${name ? `${name} = ` : ''}make(random.random())`;
  const shown = { status: 'ok', tells, types, outputCount: 1 } as const;
  expect(told(source, shown)).toBe(verdict);
});

const SETS = 'm = set("a b".split())\nn = set("b c".split())';

it.each<[string, OutputTells, string]>([
  ['print(m & n)', { showsLoneSets: true }, 'same'],
  ['print(m & n)', {}, 'random'],
  ['k = list(m)\nprint(m & n)', { showsLoneSets: true }, 'random'],
  ['k = m & n\nprint(k)', { showsLoneSets: true }, 'same'],
  ['print({random.random()})', { showsLoneSets: true }, 'random']
])('of sets, %j shows with %j: %s', (source, tells, verdict) => {
  const notebook = aNotebook()
    .cell('a', `import random\n${SETS}`)
    .cell('b', source)
    .run('a')
    .run('b', null, { output: "{'b'}", tells });
  const input = { ...notebook.build(), analyse: analysePython };
  expect(forecast(input).cells[1]?.verdict).toBe(verdict);
});
