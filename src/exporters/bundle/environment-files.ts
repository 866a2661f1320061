// The environment of a run in the forms that installers, Binder and container builders read.
import {
  commentText,
  neededPackages,
  pythonSeries,
  requirementsOf
} from '../../languages';
import type { ScriptPlan } from '../../lineage';
import type { PackageLock } from '../lock';
import type { BundleEntry } from './entry';

/**
 * Without those that need what is not known. What Binder reads has a folder of its own, as repo2docker would else take the
 * Dockerfile, in which no Jupyter is.
 */
export function environmentFiles(
  { environment }: ScriptPlan,
  lock: PackageLock | undefined
): readonly BundleEntry[] {
  const version = environment?.languageVersion ?? '';
  const series = pythonSeries(version);
  const { notes, pins } = requirementsOf(
    neededPackages(environment?.packages ?? [])
  );
  const lines = [
    '# Every distribution of the recorded environment. The script names those that it needs itself.',
    ...notes.map(note => `# ${commentText(note)}`),
    ...pins
  ];
  return [
    {
      path: 'requirements.txt',
      content: `${lines.join('\n')}\n`,
      about: 'all distributions, pinned'
    },
    ...(lock?.kind === 'made'
      ? [
          {
            path: 'pylock.toml',
            content: lock.text,
            about: 'the same with the address and hash of every file'
          }
        ]
      : []),
    ...(series === null
      ? []
      : [
          {
            path: 'binder/environment.yml',
            content: condaFile(series, pins),
            about: 'the same for conda, Binder and repo2docker'
          },
          {
            path: 'binder/runtime.txt',
            content: `python-${series}\n`,
            about: 'the Python version for Binder'
          },
          {
            path: 'Dockerfile',
            content: dockerFile(version, series, pins),
            about: 'an image that checks the results'
          }
        ])
  ];
}

function condaFile(series: string, pins: readonly string[]): string {
  return [
    'name: retrace-bundle',
    'channels:',
    '  - conda-forge',
    'dependencies:',
    `  - python=${series}`,
    '  - pip',
    ...(pins.length > 0
      ? ['  - pip:', ...pins.map(pin => `      - ${JSON.stringify(pin)}`)]
      : []),
    ''
  ].join('\n');
}

function dockerFile(
  version: string,
  series: string,
  pins: readonly string[]
): string {
  const tag = /^\d+\.\d+\.\d+$/.test(version) ? version : series;
  const needsGit = pins.some(pin => pin.includes('git+'));
  return [
    '# Builds the recorded environment and checks the results:',
    '#   docker build -t retrace-bundle . && docker run --rm retrace-bundle',
    `FROM python:${tag}-slim`,
    ...(needsGit
      ? [
          'RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*'
        ]
      : []),
    'WORKDIR /bundle',
    'COPY requirements.txt .',
    'RUN pip install --no-cache-dir -r requirements.txt',
    'COPY . .',
    'CMD ["python", "check.py", "--here"]',
    ''
  ].join('\n');
}
