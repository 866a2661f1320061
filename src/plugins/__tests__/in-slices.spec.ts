// A long computation leaves the page free between its slices.
import { inSlices } from '../forecaster/in-slices';

/** A task of steps that take 3 ms each on a clock of its own, and what happened in which order. */
function bench(steps: number) {
  let time = 0;
  const log: string[] = [];
  function* task(): Generator<void, string, void> {
    for (let step = 1; step <= steps; step += 1) {
      time += 3;
      log.push(`step ${step}`);
      yield;
    }
    return 'done';
  }
  const options = {
    sliceMs: 5,
    now: () => time,
    breathe: async () => void log.push('breath'),
    isOver: () => false
  };
  return { task: task(), options, log };
}

describe('inSlices', () => {
  it('breathes after every slice and counts only its own time', async () => {
    const { task, options, log } = bench(5);
    expect(await inSlices(task, options)).toEqual({
      result: 'done',
      busyMs: 15
    });
    expect(log).toEqual([
      'step 1',
      'step 2',
      'breath',
      'step 3',
      'step 4',
      'breath',
      'step 5'
    ]);
  });

  it('stops at the end of a slice when nobody wants the result any more', async () => {
    const { task, options, log } = bench(100);
    const isOver = (): boolean => log.includes('breath');
    expect(await inSlices(task, { ...options, isOver })).toBeNull();
    expect(log).toEqual(['step 1', 'step 2', 'breath']);
  });

  it('passes a failure of the computation on', async () => {
    const { options } = bench(0);
    function* broken(): Generator<void, string, void> {
      yield;
      throw new Error('broken');
    }
    await expect(inSlices(broken(), options)).rejects.toThrow('broken');
  });
});
