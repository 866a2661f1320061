// Paths that a cell makes of names which other cells bound.
import { nearPath } from './ambient-names';
import type { Step, Version } from './version';

/** The path with what other cells gave its names; null where that is not told. */
export function pathIn({ reads, prepared }: Step, path: string): string | null {
  let isKnown = true;
  const whole = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const read = reads.find(one => one.name === name);
    const given = prepared.own.has(name)
      ? null
      : constantOf(read?.version, name);
    isKnown &&= given !== null;
    return given ?? '';
  });
  return isKnown ? nearPath(whole) : null;
}

/** The constant that a name stands for, of a cell that bound it and which nothing changed since; null where it is none. */
export function constantOf(
  version: Version | null | undefined,
  name: string
): string | null {
  return version?.parts.size === 0
    ? (version.baseStep.prepared.analysis.constants?.get(name) ?? null)
    : null;
}
