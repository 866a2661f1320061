// Each step of the probe fails once: what it would have told is said to be unknown, and all else is told. Needs the venv.
import { pythonProbeParts } from '../python.probe';
import {
  hasKernel,
  outputsOf,
  reportOf,
  scopeOfProbe,
  session,
  unhurried
} from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

const prepared = `import os, random, sys, tempfile\nos.chdir(tempfile.mkdtemp())\nscope = ${scopeOfProbe}\ndef fail(*args, **more): raise ValueError('no')\nheld = [1]; kept = {}; _ = open('a.txt', 'w').write('1')`;

const cell =
  "rate = .5; own = random.Random(3); held.append(2); draw = random.random(); random.seed(4)\ntext = open('a.txt').read()\nprint(len(held) > 1)";

type Case = readonly [
  step: string,
  sentence: RegExp | null,
  absent: readonly string[]
];

const steps: readonly Case[] = [
  ['look_at_streams', /^Streams of random numbers/, ['streams']],
  ['streams_since', /^Streams of random numbers/, ['streams']],
  ['generator_state', /random numbers the state could not be read: own/, []],
  ['look_before', /^What values were before/, []],
  [
    'changes_of',
    /^The values could not be read/,
    ['sampled', 'changed', 'unchanged', 'shared', 'types']
  ],
  ['data_before', /^Files that were used/, []],
  ['start_files', /^Files that were used/, ['files']],
  ['data_files', /^Files that were used/, ['files']],
  ['opened_files', /^Files that were used/, ['files']],
  ['describe', /^Not all files/, []],
  ['texts_of', /^Files and addresses that the cell names/, []],
  ['package_changes', /^What is installed/, []],
  ['imports', /^Which distributions were imported/, []],
  ['facts_before', /^Not all facts/, ['cost', 'seedings']],
  [
    'facts_after',
    /^Not all facts/,
    [
      'cost',
      'localModules',
      'trackers',
      'seedings',
      'addresses',
      'scalars',
      'texts',
      'profiles'
    ]
  ],
  ['cost_now', /could not be measured/, ['cost']],
  ['cost_between', /could not be measured/, ['cost']],
  ['local_modules', /^Modules of your own/, ['localModules']],
  ['tracker_runs', /^Runs of experiment trackers/, ['trackers']],
  ['seedings_of', /^Seeds were not/, ['seedings']],
  ['addresses_of', /^Addresses were not/, ['addresses']],
  ['scalars_of', /^Parameters and metrics/, ['scalars']],
  ['add_scalars', /^Not all values that are parameters/, []],
  ['assigned_atoms', /^Parameters and metrics/, []],
  ['texts_in', /^Which collections hold texts/, ['texts']],
  ['profiles_of', /^Frames and arrays/, ['profiles']],
  ['begin_turn', null, []],
  ['end_turn', null, []],
  ['deliver_hashes', null, []],
  ['look_aside', null, []],
  ['has_moved', null, []]
];

const silently = (code: string) => ({ code, silent: true });

inKernel('a step of the probe that fails', () => {
  const [, , , whole = [], ...rest] = hasKernel
    ? session([
        unhurried,
        prepared,
        cell,
        cell,
        ...steps.flatMap(([step]) => [
          silently(`kept['f'] = scope['${step}']; scope['${step}'] = fail`),
          cell,
          silently(`scope['${step}'] = kept['f']`)
        ])
      ])
    : [];
  const found = steps.map((_, index) => rest[3 * index + 1] ?? []);

  it('is named in the source', () => {
    const source = pythonProbeParts.join('\n');
    steps.forEach(([step]) => expect(source).toContain(`\ndef ${step}(`));
  });

  it('has names that no other part of the probe takes: all share one scope', () => {
    const taken = pythonProbeParts.flatMap(part => [
      ...new Set(
        Array.from(
          part.matchAll(/^(?:(?:def|class) (\w+)|(\w+) = )/gm),
          ([, defined, assigned]) => defined ?? assigned
        )
      )
    ]);
    expect(taken.length).toBeGreaterThan(300);
    expect(taken.filter((name, at) => taken.indexOf(name) !== at)).toEqual([]);
  });

  it.each(steps.map((step, index) => [...step, index] as const))(
    '%s: takes nothing else along, and no byte of the output',
    (_, sentence, absent, index) => {
      const messages = found[index] ?? [];
      expect(outputsOf(messages)).toEqual(outputsOf(whole));
      const { report } = reportOf(messages);
      const { report: usual } = reportOf(whole);
      expect(report.rebound).toEqual(
        expect.arrayContaining([...usual.rebound])
      );
      for (const part of Object.keys(usual)) {
        if (!absent.includes(part)) {
          expect(report).toHaveProperty(part);
        }
      }
      for (const part of absent) {
        expect(usual).toHaveProperty(part);
        expect(report).not.toHaveProperty(part);
      }
      expect(report.omitted.filter(one => sentence?.test(one))).toHaveLength(
        sentence ? 1 : 0
      );
      expect(sentence ? [] : report.omitted).toEqual([]);
    }
  );
});
