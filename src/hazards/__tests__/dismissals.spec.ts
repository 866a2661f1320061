// A dismissal holds as long as the situation does, and no longer.
import { analysePython } from '../../analysis';
import { forecast, type Forecast } from '../../lineage';
import { asCellId } from '../../model';
import { aNotebook, type RunBuilder } from '../../testing/run-builder';
import {
  dismissedCells,
  findHazards,
  identityOf,
  isDismissed,
  type Finding,
  type Situation
} from '..';

type Made = {
  readonly forecast: Forecast;
  readonly findings: readonly Finding[];
  readonly identities: readonly string[];
};

function made(notebook: RunBuilder): Made {
  const { document, runs } = notebook.build();
  const all = forecast({ document, runs, analyse: analysePython });
  const findings = findHazards(all);
  const executions = runs.flatMap(run => run.executions);
  const situation: Situation = {
    source: cellId =>
      document.find(cell => cell.cellId === cellId)?.source ?? null,
    ran: id =>
      executions.find(each => each.executionId === id)?.sourceHash ?? null,
    shownBy: cellId =>
      all.cells.find(cell => cell.cellId === cellId)?.executionId ?? null
  };
  const identities = findings.map(each => identityOf(each, situation));
  return { forecast: all, findings, identities };
}

/** `b` shows what `a` was before its edit. */
const edited = (source = 'x = 2'): RunBuilder =>
  aNotebook()
    .cell('a', 'x = 1')
    .cell('b', 'print(x)')
    .cell('c', 'print(1)')
    .runAll()
    .edit('a', source);

const sameAs = (notebook: RunBuilder): boolean =>
  made(notebook).identities[0] === made(edited()).identities[0];

it('is the same for the same situation, and after cells ran that have no part in it', () => {
  expect(sameAs(edited())).toBe(true);
  expect(sameAs(edited().run('c'))).toBe(true);
  expect(sameAs(edited().edit('c', 'print(2)'))).toBe(true);
});

it('is another one when the cell is edited again, ran something else, or stands under another rule', () => {
  expect(sameAs(edited('x = 3'))).toBe(false);
  expect(sameAs(edited().run('a', 'x = 4').edit('a', 'x = 2'))).toBe(false);
  expect(sameAs(edited().run('a'))).toBe(false);
});

it('is another one for another name or severity', () => {
  const [finding] = made(edited()).findings;
  const situation: Situation = {
    source: () => null,
    ran: () => null,
    shownBy: () => null
  };
  const variants: Finding[] = [
    finding!,
    { ...finding!, names: ['x'] },
    { ...finding!, severity: 'fails' },
    { ...finding!, code: 'RT001' },
    { ...finding!, subject: asCellId('z') }
  ];
  const identities = variants.map(each => identityOf(each, situation));
  expect(new Set(identities).size).toBe(variants.length);
});

it('is dismissed by its identity or by its rule', () => {
  const [finding] = made(edited()).findings;
  const known = { ...finding!, identity: 'i' };
  const none = new Set<string>();
  expect(isDismissed(known, { identities: none, codes: none })).toBe(false);
  expect(isDismissed(known, { identities: new Set(['i']), codes: none })).toBe(
    true
  );
  expect(
    isDismissed(known, { identities: none, codes: new Set(['RT006']) })
  ).toBe(true);
});

it('silences a cell only when nothing else is told of it', () => {
  const { forecast: all, findings } = made(edited());
  const [finding] = findings;
  const silenced = dismissedCells(all.cells, [], findings);
  expect([...silenced]).toEqual(['a', 'b']);
  const other = { ...finding!, affected: [asCellId('b')] };
  expect([...dismissedCells(all.cells, [other], findings)]).toEqual(['a']);
  const fine = { ...finding!, affected: [asCellId('c')] };
  expect([...dismissedCells(all.cells, [], [fine])]).toEqual([]);
});
