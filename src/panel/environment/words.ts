// Names of items and values, as a reader of the page sees them.
import type { Level, RowState } from '../../facts';
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

/** A degree of reproducibility; null for none. */
export function levelText(level: Level | null, translator: Translator): string {
  switch (level) {
    case null:
      return translator.__('None yet');
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

/** What a degree asks for. */
export function levelMeaning(
  level: Level | null,
  translator: Translator
): string {
  switch (level) {
    case null:
      return translator.__(
        'Not all descriptions are there that the checklists of the machine learning literature ask for at the lowest degree.'
      );
    case 'low':
      return translator.__(
        'All descriptions are there: model, hyperparameters, dataset, preprocessing, training, methodology, uncertainty.'
      );
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
    case 'missing':
      return translator.__('missing');
    case 'unknown':
      return translator.__('unknown');
    default:
      return assertNever(state);
  }
}
