// Files, addresses and the shapes of data of a run as sections.
import {
  whyUnhashed,
  type ProfiledName,
  type RunFacts,
  type UsedFile
} from '../../facts';
import type { ColumnProfile, Run, Translator } from '../../model';
import { bytesText, type Locale } from '../runs/words';
import type { Section, SectionRow } from '../sections';
import { modeText } from './words';

/** Files first, then addresses. */
export function dataSection(
  { data, history }: RunFacts,
  locale: Locale
): Section {
  const { translator } = locale;
  const files = data.files ?? [];
  const addresses = data.addresses ?? [];
  return {
    id: 'data',
    title: translator.__('Data files'),
    summary:
      files.length === 0
        ? ''
        : translator._n('%1 file', '%1 files', files.length),
    head: [
      translator.__('Path'),
      translator.__('Use'),
      translator.__('Size'),
      translator.__('Hash'),
      translator.__('Executions')
    ],
    rows: [
      ...files.map(file => fileRow(file, history.run, locale)),
      ...addresses.map(({ address, executionIds, kind }): SectionRow => ({
        key: `address ${address}`,
        cells: [
          address,
          kind === 'url'
            ? translator.__('requested')
            : translator.__('database'),
          '',
          translator.__('not kept'),
          String(executionIds.length)
        ],
        executionIds,
        tone: 'warning'
      }))
    ],
    empty:
      data.files === null
        ? translator.__(
            'Not known, because the kernel did not report which files were opened.'
          )
        : translator.__('No data file was opened.'),
    unknown:
      data.files === null && addresses.length > 0
        ? [translator.__('Files: the kernel did not report them.')]
        : []
  };
}

function fileRow(file: UsedFile, run: Run, locale: Locale): SectionRow {
  const { translator } = locale;
  const { hashes, last, modes, path, uses } = file;
  const hash = hashes[hashes.length - 1];
  const use = modes.map(mode => modeText(mode, translator)).join(', ');
  const changed =
    hashes.length > 1 ? translator.__('changed during the run') : '';
  return {
    key: `file ${path}`,
    cells: [
      path,
      last.evidence === 'named'
        ? translator.__('%1, by what the code names', use)
        : use,
      last.size === null ? '' : bytesText(last.size, locale),
      [
        hash === undefined
          ? translator.__(
              'unknown, because %1',
              whyUnhashed(file, run, translator)
            )
          : last.isSampled === true
            ? translator.__('%1 of a sample', hash)
            : hash,
        changed
      ]
        .filter(part => part !== '')
        .join(', '),
      String(new Set(uses.map(({ executionId }) => executionId)).size)
    ],
    executionIds: uses.map(({ executionId }) => executionId),
    ...((hash === undefined || hashes.length > 1) && {
      tone: 'warning' as const
    })
  };
}

/** One row for each frame, series and array, its columns behind it. */
export function profilesSection(
  { profiles }: RunFacts,
  translator: Translator
): Section {
  return {
    id: 'profiles',
    title: translator.__('Shape of the data'),
    summary: '',
    head: [
      translator.__('Name'),
      translator.__('Kind'),
      translator.__('Shape'),
      translator.__('Types')
    ],
    rows: (profiles ?? []).map(each => profileRow(each, translator)),
    empty:
      profiles === null
        ? translator.__(
            'Not known, because the kernel did not report frames and arrays.'
          )
        : translator.__('No frame, series or array was bound or shown.'),
    unknown: []
  };
}

function profileRow(
  { executionId, name, profile }: ProfiledName,
  translator: Translator
): SectionRow {
  const kinds = {
    frame: translator.__('frame'),
    series: translator.__('series'),
    array: translator.__('array')
  };
  const { columns, kind, shape } = profile;
  const types = [...new Set(columns.map(({ type }) => type))];
  return {
    key: `${name} ${executionId}`,
    cells: [
      name === '_' ? translator.__('result of a cell') : name,
      kinds[kind],
      shape.length === 0 ? translator.__('one value') : shape.join(' × '),
      types.join(', ')
    ],
    executionIds: [executionId],
    ...(columns.length > 1 && {
      text: {
        label: translator._n('%1 column', '%1 columns', columns.length),
        content: columns.map(each => columnLine(each, translator)).join('\n')
      }
    })
  };
}

function columnLine(
  { missing, name, type }: ColumnProfile,
  translator: Translator
): string {
  const count =
    missing === null
      ? translator.__('missing values not counted')
      : translator._n('%1 missing', '%1 missing', missing);
  return `${name}\t${type}\t${count}`;
}
