// The bodies that a source defines, ready to be walked.
import type { Definition } from '../analysis';
import { lazyMentions } from './mentions';
import { effectsOf } from './prepare';
import type { Body, MethodBody } from './prepared';

/** Names of the classes that classes are made from. */
export function basesOf(
  definitions: readonly Definition[]
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { parts } of definitions) {
    parts?.bases.forEach(base => found.add(base));
  }
  return found;
}

/** The methods of a class; what waits in no method mentions what stands outside of them. */
export function methodsOf(
  source: string,
  { parts }: Definition
): readonly MethodBody[] | null {
  return (
    parts?.methods.map(method => {
      const body = bodyOf(source, method);
      const { text } = parts;
      return method.name === ''
        ? { ...body, mentions: lazyMentions(text, 0, text.length) }
        : body;
    }) ?? null
  );
}

/** A body as it is carried along. */
export function bodyOf<Code extends Definition>(
  source: string,
  definition: Code
): Body & { readonly definition: Code } {
  const { from = 0, to = source.length } = definition.range ?? {};
  return {
    definition,
    effects: effectsOf(source, definition.effects),
    mentions: lazyMentions(source, from, to)
  };
}
