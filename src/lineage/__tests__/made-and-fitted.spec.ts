// What an estimator gives in the cell that made it: it hangs on how it was made.
import { analysePython } from '../../analysis';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

const imports =
  'from sklearn.cluster import KMeans\nfrom sklearn.decomposition import PCA\nX = [[1, 2], [3, 5]]';

/** The verdicts of three cells: imports, one that was edited after it ran, and what shows something of it. */
function told(ran: string, present: string, shown: string): readonly string[] {
  const notebook = aNotebook()
    .cell('a', imports)
    .cell('b', ran)
    .cell('c', shown)
    .run('a', null)
    .run('b', null)
    .run('c', null, { output: 'array([0, 1])' })
    .edit('b', present);
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(({ verdict }) => verdict);
}

describe('what fitting gives', () => {
  it('is another one where the estimator was made in another way', () => {
    const made = (count: number): string =>
      `pca = PCA(n_components=${count})\nflat = pca.fit_transform(X)`;
    expect(told(made(1), made(2), 'flat')[2]).toBe('differs');
    expect(told(made(2), made(2), 'flat')[2]).toBe('same');
  });

  it('hangs on chance where the estimator draws without a seed', () => {
    const made = (words: string): string =>
      `found = KMeans(${words})\nlabels = found.fit_predict(X)\nsize = len(X)`;
    expect(told(made('2'), made('2'), 'labels')[2]).toBe('random');
    expect(told(made('2'), made('2'), 'size')[2]).toBe('same');
    const seeded = made('2, random_state=0');
    expect(told(seeded, seeded, 'labels')[2]).toBe('same');
  });
});
