// Whose code runs in a kernel that others use too, and what is kept of it while recording is off.
import type { NotebookRecord } from '../notebook-record';
import { Scene } from './kernel-scene';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('code of others', () => {
  it('has no cell, unless the report names one of this notebook', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', { A: 'x = 1' });
    scene.answer(0);
    scene.hear(
      null,
      scene.kernel.request('console', 'x = 1', { cellId: 'prompt' }),
      scene.kernel.start('console', 'x = 1'),
      scene.report('console', { cell: 'prompt' }),
      scene.kernel.idle('console'),
      scene.kernel.start('nbclient', 'x = 1'),
      scene.report('nbclient', {}),
      scene.kernel.idle('nbclient'),
      scene.kernel.start('tab', 'x = 1'),
      scene.report('tab', { cell: 'A' }),
      scene.kernel.idle('tab')
    );
    const [run] = await scene.runs(record);
    const heads = await scene.heads(run);
    expect(heads.map(head => head.cellId)).toEqual([null, null, 'A']);
  });

  it('is the cell’s when a server runs a cell that the notebook asked for', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', { A: 'x', B: 'y', C: 'y' });
    scene.answer(0);
    record.places.schedule('A', 'x');
    scene.hear(null, scene.kernel.start('s1', 'x'), scene.kernel.idle('s1'));
    record.places.schedule('B', 'y');
    record.places.schedule('C', 'y');
    scene.hear(null, scene.kernel.start('s2', 'y'), scene.kernel.idle('s2'));
    const [run] = await scene.runs(record);
    const heads = await scene.heads(run);
    expect(heads.map(head => head.cellId)).toEqual(['A', null]);
  });

  it('in a second notebook of the kernel is an execution of both, with a cell in one', async () => {
    const scene = new Scene();
    const first = await scene.notebook('a.ipynb', { A: 'x' });
    const second = await scene.notebook('copy.ipynb', { A: 'x' });
    scene.answer(0);
    scene.hear(second, scene.kernel.request('m', 'x', { cellId: 'A' }));
    scene.hear(null, scene.kernel.start('m', 'x'), scene.kernel.idle('m'));
    const cells = async (record: NotebookRecord) =>
      (await scene.heads((await scene.runs(record))[0])).map(
        head => head.cellId
      );
    expect(await cells(first)).toEqual([null]);
    expect(await cells(second)).toEqual(['A']);
  });
});

describe('recording switched off', () => {
  it('lets what began go on, records nothing new, and says so', async () => {
    const scene = new Scene();
    const record = await scene.notebook('a.ipynb', {});
    scene.answer(0);
    scene.hear(null, scene.kernel.start('began', 'x'));
    scene.isOn = false;
    record.refresh();
    scene.hear(
      null,
      scene.kernel.idle('began'),
      scene.kernel.start('secret', 'password'),
      scene.report('secret', { bound: ['password'] }),
      scene.kernel.idle('secret')
    );
    scene.isOn = true;
    record.refresh();
    scene.hear(
      null,
      scene.kernel.start('again', 'y'),
      scene.kernel.idle('again')
    );
    const [run] = await scene.runs(record);
    expect(run?.gaps).toMatchObject([{ kind: 'recording-off' }]);
    const heads = await scene.heads(run);
    expect(heads.map(head => head.firstLine)).toEqual(['x', 'y']);
  });

  it('opens no run until it is switched on', async () => {
    const scene = new Scene();
    scene.isOn = false;
    const record = await scene.notebook('a.ipynb', {});
    scene.answer(3);
    expect(await scene.runs(record)).toEqual([]);
    scene.isOn = true;
    record.refresh();
    expect(await scene.runs(record)).toMatchObject([
      { gaps: [{ kind: 'recording-off' }] }
    ]);
  });
});
