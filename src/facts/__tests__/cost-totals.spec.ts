// Sums of what executions took, and what stays unknown.
import type { Cost } from '../../model';
import { anEnvironment, someDetails } from '../../testing/environments';
import { aNotebook } from '../../testing/run-builder';
import { builtFacts } from '../../testing/run-facts';

const cost = (parts: Partial<Cost>) => ({
  report: {
    cost: {
      wallMs: 100,
      cpuMs: 150,
      peakMemoryBytes: 1000,
      gpuMemoryBytes: null,
      ...parts
    }
  }
});

describe('cost totals', () => {
  it('adds times and takes the greatest memory', () => {
    const { cost: totals } = builtFacts(
      aNotebook()
        .cell('a', 'f()')
        .run('a', null, cost({ gpuMemoryBytes: 5 }))
        .run('a', null, cost({ peakMemoryBytes: 3000 }))
        .run('a', null, cost({ peakMemoryBytes: 2000 }))
    );
    expect(totals).toEqual({
      wallMs: 300,
      cpuMs: 450,
      gpuMs: 100,
      peakMemoryBytes: 3000,
      gpuMemoryBytes: 5,
      untold: 0
    });
  });

  it('is null where nobody told, and counts those that did not', () => {
    const { cost: totals } = builtFacts(
      aNotebook()
        .cell('a', 'f()')
        .run('a')
        .run('a', null, cost({ cpuMs: null }))
    );
    expect(totals).toMatchObject({ cpuMs: null, gpuMs: null, untold: 2 });
  });

  it('knows that no graphics processor worked where there is none', () => {
    const gpuMs = (unknown: { readonly [item: string]: string }) =>
      builtFacts(
        aNotebook()
          .cell('a', 'f()')
          .run('a', null, cost({}))
          .environment(anEnvironment({}, { details: someDetails({ unknown }) }))
      ).cost.gpuMs;
    expect(gpuMs({})).toBe(0);
    expect(gpuMs({ 'hardware.gpus': 'Nobody looked.' })).toBeNull();
  });
});
