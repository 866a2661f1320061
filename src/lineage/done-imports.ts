// Imports of a cell that failed further down: what it imports again keeps its object, which no kernel reports as bound.
import type { ExecutionReport } from '../model';
import { importsAgain } from './imported';
import type { Prepared } from './prepared';
import type { World } from './world';

/**
 * Names that a cell surely imported before it failed: by the imports that it begins with, down to the first of which the
 * kernel did not see all names bound, or as they were after the same import. A module is loaded once, so that one went well.
 */
export function doneImports(
  world: World,
  prepared: Prepared,
  { unchanged, values }: ExecutionReport,
  bound: ReadonlySet<string>
): readonly string[] {
  const isThere = (name: string): boolean =>
    bound.has(name) ||
    (importsAgain(world, prepared, name) &&
      (unchanged?.includes(name) ?? values[name] !== undefined));
  const found: string[] = [];
  for (const names of leadingImports(prepared)) {
    if (names.length === 0 || !names.every(isThere)) {
      break;
    }
    found.push(...names);
  }
  return found;
}

/** The names that each of the imports binds which stand above everything else. */
function leadingImports({
  analysis: { needs, imports, bindings }
}: Prepared): readonly string[][] {
  const starts = new Map<number, number>();
  needs?.modules.forEach(({ line, from }) => starts.set(line, from));
  const found: string[][] = [];
  for (let line = 0; starts.has(line); line += 1) {
    const range = imports.find(
      one => one.range.from === starts.get(line)
    )?.range;
    const names = bindings.filter(
      one => range && range.from <= one.range.from && one.range.to <= range.to
    );
    found.push(names.map(({ name }) => name));
  }
  return found;
}
