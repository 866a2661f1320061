// What the preview shows of each format: a text, or the contents of an archive with what stays out and why.
import { exporters } from '../../exporters';
import { emptyReport, english } from '../../model';
import { recordFor } from '../../testing/export-record';
import { planOf } from '../../testing/plans';
import {
  listedFiles,
  previewFormats,
  sizeText
} from '../export-preview/formats';

const plan = planOf(['read()']);

const record = (() => {
  const made = recordFor(plan);
  const use = (path: string, size: number | null) => ({
    path,
    mode: 'read' as const,
    size,
    modified: 0,
    hash: null
  });
  const files = [
    use('small.csv', 500),
    use('big.csv', 2e6),
    use('gone.csv', null),
    use('/abs.csv', 1),
    use('conf/.env', 1)
  ];
  const executions = made.history.executions.map(one => ({
    ...one,
    report: { ...emptyReport, files }
  }));
  return { ...made, history: { ...made.history, executions } };
})();

test('texts are shown as they would be saved, of an archive the contents', () => {
  const [script, notebook, bundle] = previewFormats(exporters, plan, record);
  expect(script?.contents().text?.content).toContain('read()');
  expect(notebook?.contents().text?.name).toBe('Iris-study-run-3.ipynb');
  expect(bundle?.contents().text).toBeNull();
  expect(bundle?.contents().files.map(({ path }) => path)).toContain(
    'check.py'
  );
});

test('of R there are the script and the notebook', () => {
  const ofR = { ...planOf(['x <- 1', 'x']), language: 'R' };
  const formats = exporters.filter(each => each.refusal(ofR) === null);
  const shown = previewFormats(formats, ofR, recordFor(ofR));
  expect(shown.map(({ fileName }) => fileName)).toEqual([
    'Iris-study-run-3.R',
    'Iris-study-run-3.ipynb'
  ]);
  const [script, notebook] = shown.map(each => each.contents().text);
  expect(script?.content).toMatch(/# %% cell 1 \[1\].*\nx <- 1\n/);
  expect(script?.content).not.toMatch(/^import |python/im);
  expect(script?.mediaType).toBe('text/x-rsrc');
  const { cells, metadata } = JSON.parse(notebook?.content ?? '{}');
  expect(metadata.language_info).toEqual({ name: 'R' });
  expect(cells).toHaveLength(2);
});

test('what stays out of an archive is listed with the reason', () => {
  const bundle = previewFormats(exporters, plan, record)[2]!.contents();
  const rows = (limit: number): string[] =>
    listedFiles(bundle, limit, english)
      .slice(bundle.files.length)
      .map(({ about, isIncluded, path }) =>
        isIncluded ? path : `${path}: ${about}`
      );
  expect(rows(1e6)).toEqual([
    'work/small.csv',
    'work/big.csv: left out: it is over the limit',
    'work/gone.csv: left out: it has changed since, or is gone',
    '/abs.csv: left out: it lies outside of the notebook’s folder',
    'work/conf/.env: left out: its name says that it is kept for secrets'
  ]);
  expect(rows(3e6)[1]).toBe('work/big.csv');
});

test.each([
  [null, ''],
  [999, '999 B'],
  [1500, '1.5 kB'],
  [2_340_000, '2.3 MB']
])('a size of %p reads %p', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
