// Where a cell of R failed, as IRkernel tells of the call.
import { failedCallLine } from '../failed-call';

const lineOf = (
  source: string,
  { evalue = '', frames = [] as readonly string[], ename = 'ERROR' }
): number | undefined =>
  failedCallLine(source, {
    output_type: 'error',
    ename,
    evalue,
    traceback: [`${evalue}Traceback:\n`, ...frames]
  });

describe('the line at which a cell of R failed', () => {
  it('is that of the outermost call, however it is written', () => {
    const source = "\nx <- 1 # fit(x)\n\ny = fit( x,\n  type='a' )\ny";
    const frames = ['1. fit(x, type = "a")', '2. stop("no")'];
    expect(lineOf(source, { frames })).toBe(3);
  });

  it('is told of calls that R breaks, or places in the text of a function', () => {
    const source = 'a <- 1\nplot(a, main = "A   b", xlab = "c")';
    const frames = ['1. plot(a, main = "A   b", \n .     xlab = "c")'];
    expect(lineOf(source, { frames })).toBe(2);
    expect(
      lineOf('f()\ng()', { frames: ['1. g()   # at line 2 of file <text>'] })
    ).toBe(2);
  });

  it('is that of the call of what was not found', () => {
    const evalue = 'Error in ggplot(df): could not find function "ggplot"\n';
    expect(lineOf('df <- 1\nggplot(df) + b()', { evalue })).toBe(2);
    const cut =
      'Error in glmnet(x = a, n = 20, : could not find function "glmnet"\n';
    expect(
      lineOf('a <- 1\nm <- glmnet(x = a, n = 20,\n  b)', { evalue: cut })
    ).toBe(2);
  });

  it('is not told where the call stands twice, nowhere, or within another name', () => {
    expect(lineOf('f(x)\nf(x)', { frames: ['1. f(x)'] })).toBeUndefined();
    expect(lineOf('g(x)', { frames: ['1. f(x)'] })).toBeUndefined();
    expect(lineOf('my.f(x)', { frames: ['1. f(x)'] })).toBeUndefined();
    expect(
      lineOf('x', { evalue: "Error: object 'x' not found\n" })
    ).toBeUndefined();
  });

  it('is not told of errors of other languages', () => {
    expect(
      lineOf('f(x)', { ename: 'NameError', frames: ['1. f(x)'] })
    ).toBeUndefined();
  });
});
