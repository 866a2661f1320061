// The README of a bundle, made from the run alone.
import {
  omissionSentences,
  requirementsOf,
  warningSentences
} from '../../languages';
import { leftOutOfLock } from '../lock';
import type { BundleEntry } from './entry';
import { fenced, inline } from './markdown';
import { checklistLines } from './readme-checklist';
import { codeLines } from './readme-code';
import { expectedResults } from './readme-results';
import { machineLines } from './readme-machine';
import type { Subject } from './subject';
import { workPath } from './subject';

/** `README.md`: what it is, how to run it, what to expect, what is in it and what is not. */
export function readmeOf(
  subject: Subject,
  entries: readonly BundleEntry[]
): string {
  const { plan, record, scriptName, title } = subject;
  const count = plan.steps.length;
  return [
    `# What ran in ${inline(title)}`,
    '',
    `${count} cell ${count === 1 ? 'execution' : 'executions'} of run ${plan.runNumber}, opened ${inline(plan.openedAt || 'at an unknown time')}, in the order in which they ran: what the results below came from, and nothing else. Written by Retrace on ${inline(record.writtenAt.slice(0, 10))}.`,
    '',
    '## Run it',
    '',
    ...fenced('python check.py'),
    '',
    'builds the recorded environment (with [uv](https://docs.astral.sh/uv/) where it is installed, else with venv and pip), runs the script in a copy of the folder, and compares what each cell shows with what was recorded. It ends with 0 when all that can be compared is the same (but for what hangs on chance or time, which it says), 1 when something differs, 2 when it could not be run or nothing could be compared. `python check.py --here` uses the Python that runs it. What goes to standard error is not compared.',
    '',
    ...fenced(`uv run work/${scriptName}`),
    '',
    `runs the script alone.${
      entries.some(({ path }) => path === 'Dockerfile')
        ? ' Binder and repo2docker find the environment in the folder `binder`, and `conda env create -f binder/environment.yml` makes it; `docker build -t bundle . && docker run --rm bundle` does the check in a container.'
        : ''
    }`,
    '',
    lockLine(subject),
    '',
    ...section('Expected results', expectedResults(subject)),
    ...section('Mind', cautions(subject)),
    ...section('Data', dataLines(subject)),
    ...section('Code beside the notebook', codeLines(subject)),
    ...section('Environment', machineLines(subject)),
    ...section('Checklist', checklistLines(subject)),
    ...section(
      'Files',
      entries.map(({ about, path }) => `- ${inline(path)}: ${inline(about)}`)
    )
  ].join('\n');
}

/** Hashes cannot be read from an installed environment: a tool makes the lock, or nobody does. */
function lockLine({ plan, record: { lock } }: Subject): string {
  if (lock?.kind === 'made') {
    const {
      implementation = '',
      languageVersion = '',
      platform = ''
    } = plan.environment ?? {};
    const absent = leftOutOfLock(plan.environment);
    const without =
      absent.length === 0
        ? ''
        : ` Not in it, since they come from a repository or an archive and would have to be built: ${inline(absent.join(', '))}.`;
    const place = [`${implementation} ${languageVersion}`, platform];
    return `\`pylock.toml\` pins the same distributions with the hash of every file; ${inline(lock.tool)} made it for ${inline(place.filter(Boolean).join(', '))} when the bundle was written. \`uv pip sync pylock.toml\` installs it into an environment.${without}`;
  }
  const why = lock
    ? inline(lock.why)
    : 'no tool was asked for one when the bundle was written';
  return `There is no \`pylock.toml\`: ${why}. \`uv pip compile requirements.txt --no-deps --format pylock.toml -o pylock.toml\` makes one.`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`## ${title}`, '', ...lines, ''] : [];
}

function cautions({ plan }: Subject): string[] {
  const { notes } = requirementsOf(plan.requires);
  return [
    ...warningSentences(plan),
    ...notes,
    ...omissionSentences(plan).map(each => `Left out: ${each}.`)
  ].map(each => `- ${inline(each)}`);
}

function dataLines({ data }: Subject): string[] {
  return data.map(({ content, inside, path, size, whyLeftOut }) => {
    const bytes = size === null ? 'of unknown size' : `${size} bytes`;
    const name = inline(path);
    if (content !== null) {
      return `- ${name}: included`;
    }
    return inside === null
      ? `- ${name}: not included (${bytes}), since ${whyLeftOut}; the code expects it at this place`
      : `- ${name}: not included (${bytes}), since ${whyLeftOut}; put it at ${inline(workPath(inside))}, where check.py compares its hash`;
  });
}
