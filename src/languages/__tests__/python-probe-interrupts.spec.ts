// Interrupts that come while the probe's hooks run, in a real kernel. Needs the project's venv.
import {
  hasKernel,
  install,
  outputsOf,
  scopeOfProbe,
  session
} from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

/** A function of the probe's is interrupted once, behind what it does. */
const interrupted = (name: string): string => `
def interrupt(plain):
    def once(*given):
        scope[${JSON.stringify(name)}] = plain
        plain(*given)
        raise KeyboardInterrupt
    return once
scope[${JSON.stringify(name)}] = interrupt(scope[${JSON.stringify(name)}])`;

const collector = `
class Collector:
    isenabled, enable = gc.isenabled, gc.enable
    def disable():
        gc.disable()
        scope['gc'] = gc
        raise KeyboardInterrupt
scope['gc'] = Collector`;

inKernel('an interrupt while a hook of the probe runs', () => {
  const [, ...told] = hasKernel
    ? session([
        install,
        `import gc\nscope = ${scopeOfProbe}`,
        collector,
        'gc.isenabled()',
        interrupted('free_gaps'),
        'gc.isenabled()',
        interrupted('end_turn'),
        'gc.isenabled()'
      ])
    : [];

  it.each([
    ['the collector was switched off', 2],
    ['the hook began', 4],
    ['the hook lets go what it holds', 6]
  ])('leaves the collector on where it comes as %s', (_, cell) => {
    expect(outputsOf(told[cell] ?? [])).toMatchObject([
      { type: 'execute_result', data: { 'text/plain': 'True' } }
    ]);
  });

  it('shows in no output', () => {
    expect([1, 3, 5].map(cell => outputsOf(told[cell] ?? []))).toEqual([
      [],
      [],
      []
    ]);
  });
});
