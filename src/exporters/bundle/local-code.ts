// The user's own modules that a plan imports, and the part of the git difference that touches what is in a bundle.
import { languageOf } from '../../languages';
import type { ScriptPlan } from '../../lineage';
import type { ExportRecord } from '../exporter';
import type { ModuleText } from '../../model';
import { safePath } from './safe-path';

/** One module, with the path below the notebook's folder at which an import finds it. */
export type LocalModuleFile = {
  readonly name: string;
  readonly path: string;
  /** Null when it was not kept: then `problem` says why it is missing. */
  readonly text: string | null;
};

const IMPORT = /^[ \t]*(?:from[ \t]+([A-Za-z_]\w*)|import[ \t]+([^\n#;]+))/gm;

/** Modules that the steps import, directly or by way of one another; of a package all that was imported. */
export function localModulesOf(
  plan: ScriptPlan,
  { context }: Pick<ExportRecord, 'context'>
): LocalModuleFile[] {
  const modules = context?.modules ?? [];
  if (modules.length === 0) {
    return [];
  }
  const wanted = importedBy(plan);
  const found = new Set<ModuleText>();
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const each of modules) {
      if (wanted.has(rootOf(each.name)) && !found.has(each)) {
        found.add(each);
        importsIn(each.text ?? '').forEach(root => wanted.add(root));
      }
    }
  }
  return modules.flatMap(each => {
    const path = placeOf(each);
    return found.has(each) && path !== null
      ? [{ name: each.name, path, text: each.text }]
      : [];
  });
}

function importedBy({ language, steps }: ScriptPlan): Set<string> {
  const analyse = languageOf(language)?.analyse;
  return new Set(
    steps.flatMap(({ source }) => [
      ...importsIn(source),
      ...(analyse?.(source).imports.map(({ module }) => rootOf(module)) ?? [])
    ])
  );
}

function importsIn(source: string): string[] {
  return [...source.matchAll(IMPORT)].flatMap(([, from, list]) =>
    from !== undefined
      ? [from]
      : (list ?? '').split(',').map(part => rootOf(part.trim()))
  );
}

function rootOf(name: string): string {
  return /^[A-Za-z_]\w*/.exec(name)?.[0] ?? '';
}

/** Its own path where it lies below the notebook's folder, else the one that its name asks for. */
function placeOf({ name, path }: ModuleText): string | null {
  const inside = safePath(path);
  if (inside !== null) {
    return inside;
  }
  if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(name)) {
    return null;
  }
  const base = name.split('.').join('/');
  return /(?:^|[/\\])__init__\.py$/.test(path)
    ? `${base}/__init__.py`
    : `${base}.py`;
}

/** The hunks of a git difference for files at these paths; empty when there are none. */
export function patchFor(diff: string, paths: readonly string[]): string {
  const sections = diff.split(/^(?=diff --git )/m);
  return sections
    .filter(section => {
      const header = /^diff --git (?:"?a\/.*?"?) "?b\/([^\n"]*)"?$/m.exec(
        section
      );
      const changed = header?.[1];
      return (
        changed !== undefined &&
        paths.some(path => changed === path || changed.endsWith(`/${path}`))
      );
    })
    .join('');
}
