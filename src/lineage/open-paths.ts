// Paths that a cell makes of names which other cells bound.
import { nearPath } from './ambient-names';
import type { Step } from './version';

/** The path with what other cells gave its names; null where that is not told. */
export function pathIn({ reads, prepared }: Step, path: string): string | null {
  let isKnown = true;
  const whole = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const read = reads.find(one => one.name === name);
    const { analysis } = read?.version?.baseStep.prepared ?? {};
    const given = prepared.own.has(name)
      ? undefined
      : analysis?.constants?.get(name);
    isKnown &&= given !== undefined && read?.version?.parts.size === 0;
    return given ?? '';
  });
  return isKnown ? nearPath(whole) : null;
}
