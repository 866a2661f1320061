// What a cell takes from the system's chance, as a real kernel tells it. Needs the project's venv.
import { hasKernel, reports } from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

const cells = {
  loading: 'import numpy as np, secrets, random, threading',
  still: 'x = 1',
  generator:
    'def own():\n    return np.random.default_rng().random()\ny = own()',
  seeded: 'z = np.random.default_rng(1).random()',
  system: 'z = random.SystemRandom().random(); t = secrets.token_hex(4)',
  thread: 'other = threading.Thread(target=own); other.start(); other.join()'
};

inKernel('a cell', () => {
  jest.setTimeout(60_000);

  const told = hasKernel ? reports(...Object.values(cells)) : [];
  const names = Object.keys(cells);
  const isTold = (cell: keyof typeof cells): boolean =>
    'entropy' in (told[names.indexOf(cell)]?.report.streams ?? {});

  it('is told to take chance that no seed sets, whoever asks for it', () => {
    expect(isTold('generator')).toBe(true);
    expect(isTold('system')).toBe(true);
  });

  it('is not where it takes none, or another thread or a module that is loaded does', () => {
    expect(told[names.indexOf('still')]?.report.streams).toEqual({});
    expect(isTold('loading')).toBe(false);
    expect(isTold('seeded')).toBe(false);
    expect(isTold('thread')).toBe(false);
  });
});
