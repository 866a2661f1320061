// What the probe works out once of a text, in a real kernel. Needs the project's venv.
import {
  hasKernel,
  install,
  scopeOfProbe,
  session,
  textOf
} from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

inKernel('what a text tells', () => {
  const [, , ...told] = hasKernel
    ? session([
        install,
        `asked = []\ndef length(text):\n    asked.append(text[:1])\n    return len(text)\nlength = ${scopeOfProbe}['once'](length)`,
        '[length("ab"), length("ab"), length("a" + "b"), asked]',
        'size = 400_000\n[length("c" * size), length("c" * size), asked]',
        '[length("ab"), asked]',
        'for n in range(2000): length("%03d" % (n % 1000) * 10)\nlen(asked)'
      ])
    : [];

  it('is worked out once, whichever text it is that is alike', () => {
    expect(textOf(told[0])).toBe("[2, 2, 2, ['a']]");
  });

  it('is worked out once for a text that is longer than all that is remembered', () => {
    expect(textOf(told[1])).toBe("[400000, 400000, ['a', 'c']]");
  });

  it('is forgotten where many texts came since', () => {
    expect(textOf(told[2])).toBe("[2, ['a', 'c', 'a']]");
    expect(Number(textOf(told[3]))).toBeGreaterThan(1500);
  });
});
