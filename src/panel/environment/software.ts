// Packages, interpreter and platform of a run as sections.
import type { RunFacts, RunPackage } from '../../facts';
import type { Translator } from '../../model';
import type { Section, SectionRow } from '../sections';
import { executableText, itemText, originText } from './words';

/** Imported ones first; what the run changed stands out. */
export function packagesSection(
  { packages }: RunFacts,
  translator: Translator
): Section {
  const all = packages ?? [];
  const imported = all.filter(({ importedBy }) => importedBy !== null).length;
  return {
    id: 'packages',
    title: translator.__('Packages'),
    summary:
      all.length === 0
        ? ''
        : translator.__('%1 installed, %2 imported', all.length, imported),
    head: [
      translator.__('Package'),
      translator.__('Version'),
      translator.__('From'),
      translator.__('In this run')
    ],
    rows: all.map(each => packageRow(each, translator)),
    empty:
      packages === null
        ? translator.__(
            'Not known, because the kernel did not report its environment.'
          )
        : translator.__('No installed package was reported.'),
    unknown: []
  };
}

function packageRow(each: RunPackage, translator: Translator): SectionRow {
  const { changes, importedBy, name, origin, version } = each;
  const absent = translator.__('not installed');
  const changed = changes.map(({ after, before }) =>
    translator.__('%1 → %2', before ?? absent, after ?? absent)
  );
  const last = changes[changes.length - 1];
  return {
    key: name,
    cells: [
      name,
      version ?? absent,
      originText(origin, translator),
      [importedBy === null ? '' : translator.__('imported'), ...changed]
        .filter(part => part !== '')
        .join(', ')
    ],
    executionIds: [importedBy, last?.executionId ?? null].filter(
      id => id !== null
    ),
    ...(changes.length > 0 && { tone: 'changed' as const })
  };
}

/** Language, interpreter, system and the variables that a fixed list names. */
export function platformSection(
  { context, history }: RunFacts,
  translator: Translator
): Section {
  const { environment } = history;
  const details = environment?.details;
  const items: readonly (readonly [string, string])[] = [
    ['language', environment?.language ?? history.run.kernel.language],
    ['languageVersion', environment?.languageVersion ?? ''],
    ['implementation', environment?.implementation ?? ''],
    ['executable', executableText(details?.executable ?? '', translator)],
    ['executableName', details?.executableName ?? ''],
    ['system', details?.system ?? ''],
    ['platform', environment?.platform ?? ''],
    ['machine', details?.machine ?? ''],
    ['locale', details?.locale ?? ''],
    ['timeZone', details?.timeZone ?? ''],
    ['user', context?.user ?? ''],
    ['serverUrl', context?.serverUrl ?? ''],
    ['workingDirectory', context?.workingDirectory ?? '']
  ];
  const variables = Object.entries(details?.variables ?? {}).map(
    ([name, value]) => [`variables.${name}`, value] as const
  );
  return {
    id: 'platform',
    title: translator.__('Interpreter and platform'),
    summary: '',
    head: [],
    rows: [...items.filter(([, value]) => value !== ''), ...variables].map(
      ([item, value]) => ({
        key: item,
        cells: [itemText(item, translator), value]
      })
    ),
    empty: translator.__('Nothing is known of it.'),
    unknown: unknownSentences(
      { ...context?.unknown, ...details?.unknown },
      item => !/^(?:hardware|git|modules)/.test(item),
      translator
    ).concat(
      environment && !details
        ? [
            translator.__(
              'System, locale, time zone and variables: the kernel did not report them.'
            )
          ]
        : []
    )
  };
}

/** `Graphics processors: the reason`, for the items that belong here. */
export function unknownSentences(
  unknown: { readonly [item: string]: string },
  isHere: (item: string) => boolean,
  translator: Translator
): string[] {
  return Object.entries(unknown)
    .filter(([item]) => isHere(item))
    .map(([item, reason]) => `${itemText(item, translator)}: ${reason}`);
}
