// What differs between two runs, as sections; cells have a view of their own.
import {
  canonicalName,
  type FileDifference,
  type PackageDifference,
  type RunComparison,
  type ValueDifference
} from '../../facts';
import type { Scalar, Translator } from '../../model';
import { itemText, scalarText } from '../environment/words';
import { bytesText, type Locale } from '../runs/words';
import type { Section, SectionRow } from '../sections/section';
import { costSection } from './cost-section';
import { headOf, toneOf } from './head-and-tone';
import { schemaSections } from './schema-sections';

/** Environment, values, files, schemas and cost, in this order. */
export function comparisonSections(
  comparison: RunComparison,
  locale: Locale
): readonly Section[] {
  const { translator } = locale;
  return [
    environmentSection(comparison, translator),
    valuesSection(comparison, translator),
    filesSection(comparison, locale),
    ...schemaSections(comparison, translator),
    costSection(comparison, locale)
  ];
}

function environmentSection(
  comparison: RunComparison,
  translator: Translator
): Section {
  const { environment } = comparison;
  const absent = translator.__('not installed');
  const packages = importedFirst(comparison);
  const items = environment?.items ?? [];
  const unset = translator.__('not set');
  return {
    id: 'environment',
    title: translator.__('Environment'),
    summary:
      packages.length > 0
        ? translator._n(
            '%1 package differs',
            '%1 packages differ',
            packages.length
          )
        : '',
    head: headOf(translator.__('Item'), comparison, translator),
    rows: [
      ...items.map(({ after, before, item }): SectionRow => ({
        key: `item ${item}`,
        cells: [itemText(item, translator), before || unset, after || unset],
        tone: 'changed'
      })),
      ...packages.map(({ after, before, isOriginOnly, name }): SectionRow => ({
        key: `package ${name}`,
        cells: [
          name,
          before ?? absent,
          isOriginOnly
            ? translator.__('%1 from elsewhere', after ?? '')
            : (after ?? absent)
        ],
        tone: toneOf(before, after)
      }))
    ],
    empty: environment
      ? translator.__('Nothing that is known of both differs.')
      : translator.__(
          'Not known, because the kernel of one run did not report its environment.'
        ),
    unknown:
      environment && environment.unknown.length > 0
        ? [
            translator.__(
              'Known of one run alone: %1.',
              environment.unknown
                .map(item => itemText(item, translator))
                .join(', ')
            )
          ]
        : []
  };
}

/** What either run imported goes before what was merely installed. */
function importedFirst({
  after,
  before,
  environment
}: RunComparison): readonly PackageDifference[] {
  const imported = new Set(
    [...(before.packages ?? []), ...(after.packages ?? [])]
      .filter(({ importedBy }) => importedBy !== null)
      .map(({ name }) => canonicalName(name))
  );
  const rank = ({ name }: PackageDifference): number =>
    Number(!imported.has(canonicalName(name)));
  return [...(environment?.packages ?? [])].sort(
    (one, other) => rank(one) - rank(other)
  );
}

function valuesSection(
  comparison: RunComparison,
  translator: Translator
): Section {
  const different = comparison.values.filter(
    ({ after, before }) => before !== after
  );
  const same = comparison.values.length - different.length;
  return {
    id: 'values',
    title: translator.__('Parameters and metrics'),
    summary:
      same === 0 ? '' : translator._n('%1 is equal', '%1 are equal', same),
    head: headOf(translator.__('Name'), comparison, translator),
    rows: different.map(each => valueRow(each, translator)),
    empty:
      comparison.values.length === 0
        ? translator.__('Neither run told the values of names.')
        : translator.__('All are equal.'),
    unknown: []
  };
}

function valueRow(
  { after, before, name }: ValueDifference,
  translator: Translator
): SectionRow {
  const text = (value: Scalar | undefined): string =>
    value === undefined ? translator.__('not bound') : scalarText(value);
  return {
    key: name,
    cells: [name, text(before), text(after)],
    tone: toneOf(
      before === undefined ? null : true,
      after === undefined ? null : true
    )
  };
}

function filesSection(comparison: RunComparison, locale: Locale): Section {
  const { translator } = locale;
  const files = comparison.files ?? [];
  const different = files.filter(({ kind }) => kind !== 'same');
  const same = files.length - different.length;
  return {
    id: 'files',
    title: translator.__('Data files'),
    summary:
      same === 0 ? '' : translator._n('%1 is equal', '%1 are equal', same),
    head: headOf(translator.__('Path'), comparison, translator),
    rows: different.map(each => fileRow(each, locale)),
    empty:
      comparison.files === null
        ? translator.__(
            'Not known, because the kernel of one run did not report its files.'
          )
        : files.length === 0
          ? translator.__('Neither run opened a data file.')
          : translator.__('All are equal.'),
    unknown: []
  };
}

function fileRow(
  { after, before, kind, path }: FileDifference,
  locale: Locale
): SectionRow {
  const { translator } = locale;
  const text = (file: FileDifference['before']): string => {
    if (!file) {
      return translator.__('not used');
    }
    const { hashes, last } = file;
    const hash = hashes[hashes.length - 1] ?? translator.__('content unknown');
    return last.size === null
      ? hash
      : translator.__('%1, %2', bytesText(last.size, locale), hash);
  };
  return {
    key: path,
    cells: [path, text(before), text(after)],
    tone:
      kind === 'unknown' || kind === 'same' ? 'warning' : toneOf(before, after)
  };
}
