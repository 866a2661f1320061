// What the preview shows of each format, and what the user chose.
import {
  bundleEntries,
  dataFilesOf,
  fitting,
  sizeOf,
  whyLeftOut,
  type DataFile,
  type Exporter,
  type ExportFile,
  type ExportRecord
} from '../../exporters';
import type { ScriptPlan } from '../../lineage';
import type { Translator } from '../../model';

/** One file in the list of an archive's contents. */
export type ListedFile = {
  readonly path: string;
  readonly about: string;
  /** Null when not known. */
  readonly bytes: number | null;
  readonly isIncluded: boolean;
};

/** What a format would save, as the preview shows it. */
export type PreviewContents = {
  /** Null for an archive, of which the contents are listed. */
  readonly text: (ExportFile & { readonly content: string }) | null;
  /** Contents of an archive without the data files; empty for a text. */
  readonly files: readonly ListedFile[];
  /** Files that the code reads, which an archive may take along; empty for a text. */
  readonly data: readonly DataFile[];
};

/** One format that can be chosen. */
export type PreviewFormat = {
  readonly id: string;
  readonly label: string;
  readonly fileName: string;
  /** Made when it is first asked for, since that takes a while for thousands of cells. */
  contents(): PreviewContents;
};

/** What the user chose. */
export type ExportChoice = {
  readonly formatId: string;
  /** Where it is to be saved. */
  readonly path: string;
  /** Data files up to this size in all go into an archive. */
  readonly dataLimitBytes: number;
  /** A package index may be told the names of the packages, for a lock file. */
  readonly asksIndex: boolean;
  /** A formatter is to format a script, where one is there. */
  readonly isTidied: boolean;
};

/** The formats with what each of them would save. */
export function previewFormats(
  exporters: readonly Exporter[],
  plan: ScriptPlan,
  record: ExportRecord
): PreviewFormat[] {
  return exporters.map(exporter => {
    let made: PreviewContents | null = null;
    return {
      id: exporter.id,
      label: exporter.label,
      fileName: exporter.fileName(plan),
      contents: () => (made ??= contentsOf(exporter, plan, record))
    };
  });
}

function contentsOf(
  exporter: Exporter,
  plan: ScriptPlan,
  record: ExportRecord
): PreviewContents {
  if (exporter.id === 'bundle') {
    const files = bundleEntries(plan, record).map(entry => ({
      path: entry.path,
      about: entry.about,
      bytes: sizeOf(entry),
      isIncluded: true
    }));
    return {
      text: null,
      files: [...files, ...lockIn(plan, record)],
      data: dataFilesOf(plan, record.history)
    };
  }
  const [file] = exporter.render(plan, record);
  const content = typeof file?.content === 'string' ? file.content : '';
  return {
    text: file ? { ...file, content } : null,
    files: [],
    data: []
  };
}

/** A tool is asked for it only when the archive is saved. */
function lockIn(
  { environment }: ScriptPlan,
  { lock }: ExportRecord
): ListedFile[] {
  return lock === undefined && (environment?.packages ?? []).length > 0
    ? [
        {
          path: 'pylock.toml',
          about:
            'the same with hashes, if uv or pip is there to make it; else the README says why not',
          bytes: null,
          isIncluded: true
        }
      ]
    : [];
}

/** All contents of an archive under a limit for data; what stays out is listed, too. */
export function listedFiles(
  { data, files }: Pick<PreviewContents, 'data' | 'files'>,
  limitBytes: number,
  translator: Translator
): ListedFile[] {
  const taken = new Set(fitting(data, limitBytes));
  return [
    ...files,
    ...data.map(file => ({
      path: file.inside === null ? file.path : `work/${file.inside}`,
      about: taken.has(file)
        ? translator.__('data that was read; left out if it holds a secret')
        : translator.__(
            'left out: %1',
            translator.__(
              file.inside !== null && !file.isSecret && file.size !== null
                ? 'it is over the limit'
                : whyLeftOut(file)
            )
          ),
      bytes: file.size,
      isIncluded: taken.has(file)
    }))
  ];
}

/** `1.2 MB`; empty for an unknown size. */
export function sizeText(bytes: number | null): string {
  if (bytes === null) {
    return '';
  }
  if (bytes < 1000) {
    return `${bytes} B`;
  }
  return bytes < 1e6
    ? `${(bytes / 1e3).toFixed(1)} kB`
    : `${(bytes / 1e6).toFixed(1)} MB`;
}
