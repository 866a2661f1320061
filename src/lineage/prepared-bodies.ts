// The bodies that a source defines, ready to be walked.
import type { CellAnalysis, Definition } from '../analysis';
import { lazyMentions } from './mentions';
import { NO_ENTRIES } from './nothing';
import { effectsOf } from './prepare';
import type { Body, MethodBody, Prepared } from './prepared';

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

/** The functions and classes that a source defines, by name. */
export function definitionsIn(
  source: string,
  analysis: CellAnalysis
): Prepared['definitions'] {
  const { bindings, definitions } = analysis;
  if (definitions.length === 0) {
    return NO_ENTRIES;
  }
  const isClass = (name: string): boolean =>
    bindings.some(one => one.kind === 'class' && one.name === name);
  return new Map(
    definitions.map(definition => [
      definition.name,
      {
        isClass: isClass(definition.name),
        analysis,
        methods: methodsOf(source, definition),
        ...bodyOf(source, definition)
      }
    ])
  );
}

/** The methods of a class; what waits in no method mentions what stands outside of them. */
function methodsOf(
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
function bodyOf<Code extends Definition>(
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
