// Names of items and values, as a reader of the page sees them.
import type { Degree, Level, RowState } from '../../facts';
import {
  assertNever,
  type FileUse,
  type PackageOrigin,
  type Scalar,
  type Translator
} from '../../model';

/** What an item of an environment is called; variables and what has no name go by themselves. */
export function itemText(item: string, translator: Translator): string {
  const names = new Map(
    Object.entries({
      language: translator.__('Language'),
      languageVersion: translator.__('Version'),
      implementation: translator.__('Implementation'),
      platform: translator.__('Platform'),
      executable: translator.__('Kind of interpreter'),
      executableName: translator.__('Environment or image'),
      system: translator.__('Operating system'),
      machine: translator.__('Machine'),
      locale: translator.__('Locale'),
      timeZone: translator.__('Time zone'),
      variables: translator.__('Variables'),
      hardware: translator.__('Hardware'),
      'hardware.cpu': translator.__('Processor'),
      'hardware.cores': translator.__('Processor cores'),
      'hardware.memoryBytes': translator.__('Memory'),
      'hardware.gpus': translator.__('Graphics processors'),
      'hardware.gpuDrivers': translator.__('Graphics drivers'),
      packages: translator.__('Packages'),
      git: translator.__('Git'),
      modules: translator.__('Modules of your own'),
      user: translator.__('User'),
      serverUrl: translator.__('Server'),
      workingDirectory: translator.__('Working directory')
    })
  );
  return names.get(item) ?? item.replace(/^variables\./, '');
}

/** What kind of interpreter runs. */
export function executableText(
  kind: 'venv' | 'conda' | 'system' | 'container' | '',
  translator: Translator
): string {
  switch (kind) {
    case 'venv':
      return translator.__('virtual environment');
    case 'conda':
      return translator.__('conda environment');
    case 'system':
      return translator.__('of the system');
    case 'container':
      return translator.__('of a container image');
    case '':
      return '';
    default:
      return assertNever(kind);
  }
}

/** Where a distribution is from: `index`, `vcs https://… 1a2b3c`. */
export function originText(
  origin: PackageOrigin | undefined,
  translator: Translator
): string {
  if (!origin) {
    return '';
  }
  const kinds: { readonly [kind in PackageOrigin['kind']]: string } = {
    index: translator.__('package index'),
    editable: translator.__('editable'),
    vcs: translator.__('repository'),
    archive: translator.__('archive'),
    local: translator.__('local folder'),
    conda: translator.__('conda')
  };
  return [kinds[origin.kind], origin.url, origin.revision.slice(0, 12)]
    .filter(part => part !== '')
    .join(' ');
}

/** What was done with a file. */
export function modeText(
  mode: FileUse['mode'],
  translator: Translator
): string {
  switch (mode) {
    case 'read':
      return translator.__('read');
    case 'write':
      return translator.__('written');
    case 'update':
      return translator.__('changed');
    default:
      return assertNever(mode);
  }
}

/** A scalar as its language would write it, nearly. */
export function scalarText(value: Scalar): string {
  return typeof value === 'number'
    ? String(Number(value.toPrecision(10)))
    : String(value);
}

/** The name of a degree of reproducibility. */
export function levelText(level: Level, translator: Translator): string {
  switch (level) {
    case 'low':
      return translator.__('Low');
    case 'medium':
      return translator.__('Medium');
    case 'high':
      return translator.__('High');
    default:
      return assertNever(level);
  }
}

/** The degree that a run reached; before the lowest, how far it is from it: `Low: 5 of 7`. */
export function degreeText(
  { asked, met, next, reached }: Degree,
  translator: Translator
): string {
  return reached !== null
    ? levelText(reached, translator)
    : translator.__(
        '%1: %2 of %3',
        levelText(next ?? 'low', translator),
        met,
        asked
      );
}

/** What is there, and what the next degree wants. */
export function degreeMeaning(degree: Degree, translator: Translator): string {
  const { next, open } = degree;
  return [
    reachedSentence(degree.reached, translator),
    next === null
      ? ''
      : translator._n(
          'The degree %2 needs %1 more item: %3.',
          'The degree %2 needs %1 more items: %3.',
          open.length,
          levelText(next, translator),
          open.join(', ')
        )
  ]
    .filter(sentence => sentence !== '')
    .join(' ');
}

function reachedSentence(level: Level | null, translator: Translator): string {
  switch (level) {
    case null:
      return '';
    case 'low':
      return translator.__('All descriptions are there.');
    case 'medium':
      return translator.__(
        'Descriptions, random seed, source code and data are there.'
      );
    case 'high':
      return translator.__(
        'Descriptions, random seed, source code, data, software environment, compute time, cost and hardware are there.'
      );
    default:
      return assertNever(level);
  }
}

/** What became of a row of the checklist. */
export function stateText(state: RowState, translator: Translator): string {
  switch (state) {
    case 'filled':
      return translator.__('recorded');
    case 'note':
      return translator.__('in your words');
    case 'none':
      return translator.__('none seen');
    case 'missing':
      return translator.__('missing');
    case 'unknown':
      return translator.__('unknown');
    default:
      return assertNever(state);
  }
}
