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
    values: { ...one.values },
    readyAt: one.readyAt,
    literals: one.literals,
    gentle: one.definitions.map(({ gentleness }) => gentleness)
  };
  const gentle = other.definitions.map(({ gentleness }) => gentleness);
  const { literals, readyAt, values, origins, form } = other;
  expect({
    form,
    origins,
    values: { ...values },
    readyAt,
    literals,
    gentle
  }).toEqual(first);
  expect(first.readyAt?.has('more')).toBe(true);
  expect(first.gentle).toEqual([{ callees: [], receivers: [] }]);
});

test('copies and texts hold what is worked out late', () => {
  const analysis = analysePython(SOURCE);
  const { form, values } = { ...analysis };
  expect(form).toBe(analysis.form);
  expect(Object.keys(analysis)).toContain('origins');
  const text = JSON.parse(JSON.stringify(values)) as object;
  expect(text).toHaveProperty('holdings', [
    { holder: 'more', held: 'rows', callee: null },
    { holder: 'more', held: 'rows', callee: 'twice' }
  ]);
});
