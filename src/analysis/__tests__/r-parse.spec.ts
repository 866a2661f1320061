// The syntax of R, told as R tells it itself: an operator or a function in front of what it gets.
import { parseR } from '../r/parse';
import {
  RSyntaxError,
  type RArgument,
  type RNode,
  type RParameter
} from '../r/syntax';

const list = (items: readonly RArgument[]): readonly string[] =>
  items.map(({ name, value }) =>
    [name === null ? '' : `${name}=`, value ? told(value) : ''].join('')
  );

const form = (...parts: readonly string[]): string => `(${parts.join(' ')})`;

const parameters = (items: readonly RParameter[]): readonly string[] =>
  items.map(({ name, value }) => (value ? `${name}=${told(value)}` : name));

function told(node: RNode): string {
  switch (node.kind) {
    case 'name':
      return node.name;
    case 'string':
      return JSON.stringify(node.text);
    case 'number':
    case 'constant':
      return node.text;
    case 'call':
      return form(told(node.callee), ...list(node.arguments));
    case 'index':
      return form(
        node.isDouble ? '[[' : '[',
        told(node.object),
        ...list(node.arguments)
      );
    case 'member':
      return form('$', told(node.object), node.name);
    case 'qualified':
      return `${node.package}::${node.name}`;
    case 'operator':
      return form(node.operator, ...node.operands.map(told));
    case 'assignment':
      return form(
        node.isSuper ? '<<-' : '<-',
        told(node.target),
        told(node.value)
      );
    case 'function':
      return form(
        'function',
        form(...parameters(node.parameters)),
        told(node.body)
      );
    case 'block':
      return form('{', ...node.statements.map(told));
    case 'if':
      return form(
        'if',
        told(node.condition),
        told(node.then),
        ...(node.otherwise ? [told(node.otherwise)] : [])
      );
    case 'for':
      return form('for', node.name, told(node.over), told(node.body));
    case 'while':
      return form('while', told(node.condition), told(node.body));
    case 'repeat':
      return form('repeat', told(node.body));
    case 'jump':
      return 'jump';
  }
}

const tree = (source: string): string => parseR(source).map(told).join(' ; ');

describe('The parser of R', () => {
  it.each([
    ['x <- y <- 5', '(<- x (<- y 5))'],
    ['5 -> x', '(<- x 5)'],
    ['x = 1; y <<- 2', '(<- x 1) ; (<<- y 2)'],
    ['-2^2', '(- (^ 2 2))'],
    ['-1:3', '(: (- 1) 3)'],
    ['a %in% b + 1', '(+ (%in% a b) 1)'],
    ['2^3^2', '(^ 2 (^ 3 2))'],
    ['!x & y == 1', '(& (! x) (== y 1))'],
    ['y ~ x + z | g', '(~ y (| (+ x z) g))'],
    ['x |> f(y) |> g()', '(|> (|> x (f y)) (g))'],
    ['f(a, b = 2, , "c" = 3)', '(f a b=2  c=3)'],
    ['x[1, ][["a"]]$b@c', '($ ($ ([[ ([ x 1 ) "a") b) c)'],
    ['stats::sd(x)', '(stats::sd x)'],
    ['function(x, ...) x + 1', '(function (x ...) (+ x 1))'],
    ['\\(x, n = 2) x^n', '(function (x n=2) (^ x n))'],
    ['if (a) b else if (c) d', '(if a b (if c d))'],
    ['for (i in 1:3) { next }', '(for i (: 1 3) ({ jump))'],
    ['while (TRUE) break', '(while TRUE jump)'],
    ['repeat f()', '(repeat (f))'],
    ['{\n  if (a) b\n  else c\n}', '({ (if a b c))'],
    ['f(\n  a\n  , b\n)', '(f a b)'],
    ['a +\n  b\nc', '(+ a b) ; c'],
    ['`a b` <- `c d`', '(<- a b c d)'],
    ['r"(a "b")" ; \'it\\\'s\'', '"a \\"b\\"" ; "it\'s"'],
    ['1e-3 + 0x1F + 2L + .5 + 1i', '(+ (+ (+ (+ 1e-3 0x1F) 2L) .5) 1i)'],
    ['x # a comment\ny', 'x ; y'],
    ['größe.1 <- ..1', '(<- größe.1 ..1)'],
    ['names(x)[2] <- "b"', '(<- ([ (names x) 2) "b")'],
    ['DT[, a := 1]', '([ DT  (<- a 1))'],
    ['', '']
  ])('reads %j', (source, wanted) => {
    expect(tree(source)).toBe(wanted);
  });

  it.each([
    ['x <-', 4],
    ['f(a b)', 4],
    ['"no end', 0],
    ['if (a) b\nelse c', 9],
    ['x y', 2],
    ['}', 0],
    ['(', 1]
  ])('refuses %j where R does', (source, at) => {
    let found: unknown = null;
    try {
      parseR(source);
    } catch (error) {
      found = error;
    }
    expect(found).toBeInstanceOf(RSyntaxError);
    expect((found as RSyntaxError).at).toBe(at);
  });

  it('refuses what is nested without end instead of running out of stack', () => {
    expect(() => parseR('('.repeat(100_000))).toThrow(RSyntaxError);
  });
});
