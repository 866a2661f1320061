// What cells of R surely stop at, where it is missing.
import { analyseR } from '..';

const needsOf = (source: string): unknown => {
  const { needs } = analyseR(source);
  return needs && { names: [...needs.names], mentions: [...needs.mentions] };
};

describe('what a cell of R needs', () => {
  it('tells the one statement that mentions a name, by the line where it begins', () => {
    const source = '# first\nx <- 1\n\ny <- f(x, 2)';
    const { names } = needsOf(source) as {
      names: [string, { line: number; from: number }][];
    };
    expect(names.map(([name, { line, from }]) => [name, line, from])).toEqual([
      ['y', 1, 16],
      ['f', 1, 16]
    ]);
  });

  it('tells where a name is mentioned first, as a text or behind a tilde as well', () => {
    expect(needsOf('lm(y ~ z)\nget("w")')).toMatchObject({
      mentions: [
        ['lm', 0],
        ['y', 0],
        ['z', 0],
        ['get', 10],
        ['w', 10]
      ]
    });
  });

  it('leaves out what a body, a branch or a loop mentions, and statements that share a line', () => {
    for (const source of ['f <- function(a = b) a + b', 'if (b) b', 'a; b']) {
      expect(
        (needsOf(source) as { names: [string][] }).names.map(([name]) => name)
      ).toEqual([]);
    }
  });
});
