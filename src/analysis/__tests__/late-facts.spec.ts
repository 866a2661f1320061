import { analysePython } from '..';

const SOURCE = `
import numpy as np
def twice(values):
    return [2 * one for one in values]
rows = [1, 2]
more = twice(rows)
more.append(rows)
unknown(more)
`;

test('what is worked out late is the same in whatever order it is read', () => {
  const one = analysePython(SOURCE);
  const other = analysePython(SOURCE);
  const first = {
    form: one.form,
    origins: one.origins,
    holdings: one.values?.holdings,
    readyAt: one.readyAt,
    ends: one.ends,
    literals: one.literals,
    gentle: one.definitions.map(({ gentleness }) => gentleness)
  };
  const gentle = other.definitions.map(({ gentleness }) => gentleness);
  const { literals, readyAt, ends, values, origins, form } = other;
  expect({
    form,
    origins,
    holdings: values?.holdings,
    readyAt,
    ends,
    literals,
    gentle
  }).toEqual(first);
  expect(first.readyAt?.has('more')).toBe(true);
  expect(first.gentle).toEqual([{ callees: [], receivers: [] }]);
});

test('texts hold what is worked out late', () => {
  const { values, ...analysis } = JSON.parse(
    JSON.stringify(analysePython(SOURCE))
  ) as object & { readonly values?: object };
  expect(analysis).toHaveProperty('form');
  expect(values).toHaveProperty('holdings', [
    { holder: 'more', held: 'rows', callee: null },
    { holder: 'more', held: 'rows', callee: 'twice' }
  ]);
});
