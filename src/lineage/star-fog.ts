// What star imports may have done to names that nobody tells: it hangs on which they are and in what order, however often they run.
import { isFile } from './ambient-names';
import { FOG } from './fog';
import type { Prepared } from './prepared';
import type { Step } from './version';
import type { World } from './world';

/** Leaves on the world that a step may have done anything to any name, or what its star imports may. */
export function leaveFog(world: World, step: Step): void {
  const stars = world.policy === 'precise' ? onlyStars(step.prepared) : null;
  if (stars === null) {
    world.update({ name: FOG, step, part: null });
    return;
  }
  const {
    interner,
    stars: { lists }
  } = world.knowledge;
  const files = step.reads
    .filter(({ name }) => isFile(name))
    .map(({ id, key }) => ` ${id} ${key}`)
    .join('');
  const own = stars.map(star => star + files);
  const old = world.get(FOG);
  const before = old ? (lists.get(old.key) ?? [`${old.key}`]) : [];
  const list = [...before.filter(one => !own.includes(one)), ...own];
  if (old && list.join('\n') === before.join('\n')) {
    return;
  }
  const valueKey = interner.intern(`stars\n${list.join('\n')}`);
  lists.set(valueKey, list);
  world.update({ name: FOG, step, part: null, valueKey });
}

/** The star imports of a source of which nothing else is unknown, each once, by what they say; null for all others. */
export function onlyStars({
  analysis: { imports, unanalysed },
  source
}: Prepared): readonly string[] | null {
  const found = unanalysed.map(({ extent, range }) =>
    extent === 'bindings'
      ? imports.find(one => one.range.from === range.from)
      : undefined
  );
  const texts = found.flatMap(one =>
    one
      ? [source.slice(one.range.from, one.range.to).split(/\s+/).join(' ')]
      : []
  );
  return texts.length > 0 && texts.length === found.length
    ? texts.filter((text, at) => !texts.includes(text, at + 1))
    : null;
}
