// Values that stay what they are, told by the code that made them.
import type { Prepared } from './prepare';
import type { Step, Version } from './version';
import type { World } from './world';

/** True for a plain function without decorators, and for what is worked out of constants. */
export function isFixed(name: string, version: Version | undefined): boolean {
  if (!version || version.parts.size > 0) {
    return false;
  }
  const { analysis, normalised, strong } = version.baseStep.prepared;
  const isMade = strong.includes(name);
  const isPlain =
    version.carried.length === 1 &&
    version.carried.every(
      ({ definition, isClass }) => definition.name === name && !isClass
    );
  return (
    isMade &&
    (analysis.literals?.includes(name) === true ||
      (isPlain && !isDecorated(normalised, name)))
  );
}

/** In a slice, true for a name that one statement imported before, and imports again: modules are loaded once. */
export function isImportedAgain(
  world: World,
  { prepared }: Step,
  name: string
): boolean {
  const old = world.policy === 'sound' ? world.get(name) : undefined;
  const before = old && importOf(old.baseStep.prepared, name);
  return before !== undefined && before === importOf(prepared, name);
}

/** The only statement that binds the name, where that is an import. */
function importOf(
  { analysis, source }: Prepared,
  name: string
): string | undefined {
  const [binding, ...others] = analysis.bindings.filter(
    one => one.name === name
  );
  const isImport =
    binding && others.length === 0 && /import/.test(binding.kind);
  const found = analysis.imports.find(
    ({ range }) =>
      isImport &&
      range.from <= binding.range.from &&
      binding.range.to <= range.to
  );
  return found && source.slice(found.range.from, found.range.to);
}

function isDecorated(normalised: string, name: string): boolean {
  const lines = normalised.split('\n').map(line => line.trim());
  return lines.some(
    (line, at) =>
      line.replace(/^async /, '').startsWith(`def ${name} `) &&
      lines[at - 1]?.startsWith('@')
  );
}
