// Notebooks to draw sessions from, as they lie on the disk beside their data.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mechanicalEdits } from '../../src/testing/truth/mechanical-edits';
import {
  parsePercent,
  type TruthNotebook
} from '../../src/testing/truth/percent';
import { seededRandom } from '../../src/testing/truth/schedules';
import { spellingOf, type TruthLanguage } from './languages';

/** A notebook, the language of its cells, and the folder in which its data lie. */
export type PlacedNotebook = TruthNotebook & {
  readonly language: TruthLanguage;
  readonly folder: string;
};

const HERE = fileURLToPath(new URL('.', import.meta.url));

const ENDINGS: Readonly<Record<TruthLanguage, string>> = {
  python: '.py',
  r: '.R'
};

/** Our own notebooks in a language. */
export function ownNotebooks(
  language: TruthLanguage = 'python'
): PlacedNotebook[] {
  const folder = join(HERE, 'notebooks');
  const ending = ENDINGS[language];
  return readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => notebookFrom(join(folder, name)));
}

/** The notebooks that come with the repository as examples. */
export function exampleNotebooks(): PlacedNotebook[] {
  const folder = join(HERE, '..', '..', 'examples');
  return readdirSync(folder)
    .filter(name => name.endsWith('.ipynb'))
    .sort()
    .map(name => notebookFrom(join(folder, name)));
}

/** A notebook file, with edits drawn mechanically. */
export function notebookFrom(path: string): PlacedNotebook {
  const folder = dirname(path);
  const name = basename(path).replace(/\.\w+$/, '');
  if (!path.endsWith('.ipynb')) {
    const language = path.endsWith(ENDINGS.r) ? 'r' : 'python';
    const parsed = parsePercent(name, readFileSync(path, 'utf8'));
    return { ...parsed, language, folder };
  }
  const text = readFileSync(path, 'utf8');
  const { cells, metadata } = JSON.parse(text) as {
    metadata?: { kernelspec?: { name?: string } };
    cells: {
      cell_type: string;
      source: string | string[];
      metadata?: { tags?: string[] };
    }[];
  };
  const random = seededRandom(name.length);
  const language = metadata?.kernelspec?.name === 'ir' ? 'r' : 'python';
  const spelling = spellingOf(language);
  return {
    name,
    language,
    folder,
    data: [
      ...readdirSync(folder).filter(one => isData(one)),
      ...filesBelow(folder).filter(one => isData(one) && text.includes(one))
    ],
    cells: cells
      .filter(cell => cell.cell_type === 'code')
      .map(({ source, metadata }) => ({
        source: typeof source === 'string' ? source : source.join(''),
        mayRaise: metadata?.tags?.includes('raises-exception') ?? false
      }))
      .filter(({ source }) => source.trim() !== '')
      .map(({ source, mayRaise }) => ({
        mayRaise,
        sources: [source, ...mechanicalEdits(source, 3, random, spelling)]
      }))
  };
}

/** Paths of the files that a notebook needs, in the form in which execute.py keeps their folders. */
export function dataPaths({ data, folder }: PlacedNotebook): string[] {
  return data.map(name =>
    name.includes('/') ? `${folder}/./${name}` : join(folder, name)
  );
}

function isData(path: string): boolean {
  return /\.(csv|txt|json)$/.test(path);
}

/** Files in folders beside a notebook, by their path from there. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(one => one.isDirectory() && !one.name.startsWith('.'))
    .flatMap(({ name }) =>
      readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
        .map(path => join(name, path))
        .map(path => path.split(sep).join('/'))
    )
    .sort();
}
