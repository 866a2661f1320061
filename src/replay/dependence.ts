// Which step needs which, as far as the source tells.
import { languageOf } from '../languages';

/** What is read of a step: enough to skip what cannot work after an error. */
type Source = { readonly source: string };

/**
 * For each step the positions of the earlier ones that it depends on: those that bound or changed last what it reads,
 * itself or through its functions. A step that was not understood depends on all before it; so does every step of a
 * language that nothing reads.
 */
export function needsOf(
  steps: readonly Source[],
  language: string
): readonly (readonly number[])[] {
  const analyse = languageOf(language)?.analyse;
  const makers = new Map<string, Set<number>>();
  const behind = new Map<string, readonly string[]>();
  return steps.map(({ source }, index) => {
    const all = Array.from({ length: index }, (_, place) => place);
    if (!analyse) {
      return all;
    }
    const found = analyse(source);
    const read = new Set([
      ...found.references.map(({ name }) => name),
      ...found.updates.map(({ name }) => name)
    ]);
    // What a function of an earlier step reads when it is called.
    read.forEach(name => behind.get(name)?.forEach(each => read.add(each)));
    const needs = new Set(
      [...read].flatMap(name => [...(makers.get(name) ?? [])])
    );
    for (const { isCertain, name } of found.bindings) {
      const known = isCertain ? [] : (makers.get(name) ?? []);
      makers.set(name, new Set([...known, index]));
    }
    for (const { name } of found.updates) {
      makers.set(name, new Set([...(makers.get(name) ?? []), index]));
    }
    for (const { name, references } of found.definitions) {
      behind.set(name, references);
    }
    return found.completeness === 'complete'
      ? [...needs].sort((a, b) => a - b)
      : all;
  });
}
