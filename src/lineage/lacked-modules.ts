// Modules that were not there when a cell imported them: whether a fresh run finds one hangs on where it looks.
import type { Import } from '../analysis';
import type { Execution } from '../model';
import { ambientName } from './ambient-names';
import { NONE } from './nothing';

/** A module that is not there, or has no such name. */
const MISSING =
  /^(?:No module named|cannot import name '(\w+)' from) '([\w.]+)'/;

/** What could not be imported; `item` is the name that its module does not have. */
export function missedModule(
  execution: Execution | null
): { readonly name: string; readonly item: string | undefined } | null {
  const { status, error } = execution ?? {};
  const isMiss =
    status === 'error' &&
    /^(?:ModuleNotFound|Import)Error$/.test(error?.ename ?? '');
  const [, item, name] = (isMiss && MISSING.exec(error?.evalue ?? '')) || [];
  return name === undefined ? null : { name, item };
}

/** State by which Python finds a module in another place. */
export const MODULE_PLACES: readonly string[] = [
  ambientName('path'),
  ambientName('directory')
];

/** Modules that some cell did not find. */
export class LackedModules {
  /** Notes what stopped an execution; true where that is news. */
  note(execution: Execution): boolean {
    const name = missedModule(execution)?.name;
    const isNews = name !== undefined && !this.names.has(name);
    if (isNews) {
      this.names.add(name);
    }
    return isNews;
  }

  /** Those of the imports that some cell did not find. */
  among(imports: readonly Import[]): readonly string[] {
    return this.names.size === 0
      ? NONE
      : imports
          .map(({ module }) => module)
          .filter(module => this.names.has(module));
  }

  private readonly names = new Set<string>();
}
