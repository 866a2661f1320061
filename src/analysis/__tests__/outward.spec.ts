// Statements that run code which does not stand in the cell.
import { analysePython } from '..';

it.each([
  ['x = 1\nprint(len([x]), str(2))', []],
  ['import a.b\nx = 1\nfrom c import d', ['import a.b', 'from c import d']],
  ['def f():\n    return g()\nf', ['def f():\n    return g()']],
  ['@d\ndef f():\n    pass', ['@d\ndef f():\n    pass']],
  ['x = sorted([1], key=k)', ['x = sorted([1], key=k)']],
  ['x = 1\nt = %tictoc x\nx.go()', ['%tictoc x', 'x.go()']],
  ['%load_ext a\nimport b', ['%load_ext a', 'import b']]
])('in %j', (source, outward) => {
  expect(analysePython(source).outward).toEqual(outward);
});
