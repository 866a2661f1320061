// The present state of files: what is asked, what is believed, and when others hear of a change.
import { ServerConnection } from '@jupyterlab/services';
import { Signal } from '@lumino/signaling';

import { FileStates } from '../forecaster/file-states';

const path = 'data/a.csv';

type Answer = { size: number; last_modified: string } | 'gone' | 'broken';

function setUp(answer: Answer) {
  const server = { answer, asked: [] as string[] };
  const clock = { now: 0 };
  let resolveHeard: () => void = () => undefined;
  const heard = jest.fn(() => resolveHeard());
  const get = async (path: string): Promise<unknown> => {
    server.asked.push(path);
    const said = server.answer;
    if (said === 'gone') {
      throw new ServerConnection.ResponseError(
        new Response(null, { status: 404 })
      );
    }
    if (said === 'broken') {
      throw new TypeError('Failed to fetch');
    }
    return Promise.resolve({ type: 'file', ...said });
  };
  const contents: unknown = { get, fileChanged: new Signal<object, never>({}) };
  const states = new FileStates({
    contents: contents as ConstructorParameters<
      typeof FileStates
    >[0]['contents'],
    now: () => clock.now,
    onChanged: heard
  });
  const nextChange = async (): Promise<void> =>
    new Promise(resolve => (resolveHeard = resolve));
  return { server, clock, states, heard, nextChange };
}

const asRecorded = { size: 10, last_modified: '2026-01-01T00:00:00.000600Z' };

test('a file beside the notebook is asked for once, and a change is told', async () => {
  const { server, clock, states, nextChange } = setUp(asRecorded);
  let change = nextChange();
  expect(states.states('work/n.ipynb', [path]).size).toBe(0);
  await change;
  expect(server.asked).toEqual(['work/data/a.csv']);
  const known = states.states('work/n.ipynb', [path]).get(path);
  expect(known).toEqual({
    size: 10,
    modified: Date.parse('2026-01-01T00:00:00.000Z')
  });
  expect(server.asked).toHaveLength(1);

  clock.now = 60_000;
  server.answer = { size: 12, last_modified: '2026-01-02T00:00:00Z' };
  change = nextChange();
  states.states('work/n.ipynb', [path]);
  await change;
  const after = states.states('work/n.ipynb', [path]).get(path);
  expect(after?.size).toBe(12);
});

test('a file that was there and is not any more is gone', async () => {
  const { server, clock, states, nextChange } = setUp(asRecorded);
  let change = nextChange();
  states.states('n.ipynb', [path]);
  await change;
  server.answer = 'gone';
  clock.now = 60_000;
  change = nextChange();
  states.states('n.ipynb', [path]);
  await change;
  expect(states.states('n.ipynb', [path]).get(path)).toEqual({
    size: null,
    modified: null
  });
});

test.each<Answer>(['gone', 'broken'])(
  'a file that the server never showed stays unknown (%s)',
  async answer => {
    const { server, states, heard } = setUp(answer);
    states.states('n.ipynb', [path]);
    await new Promise(process.nextTick);
    expect(server.asked).toHaveLength(1);
    expect(states.states('n.ipynb', [path]).size).toBe(0);
    expect(server.asked).toHaveLength(1);
    expect(heard).not.toHaveBeenCalled();
  }
);

test.each(['/etc/hosts', '../../other.csv', 'C:\\data.csv', '~/x.csv'])(
  'the server is not asked for %s, which it does not serve beside the notebook',
  elsewhere => {
    const { server, states } = setUp(asRecorded);
    states.states('n.ipynb', [elsewhere]);
    expect(server.asked).toEqual([]);
  }
);
