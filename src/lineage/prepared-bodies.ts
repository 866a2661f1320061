// The bodies that a source defines, ready to be walked.
import type { CellAnalysis, Definition } from '../analysis';
import { lazyMentions } from './mentions';
import { NONE, NO_ENTRIES } from './nothing';
import { effectsOf } from './prepared-effects';
import type {
  Body,
  Carried,
  MethodBody,
  Prepared,
  PreparedHolding
} from './prepared';

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
        gives: givenBy(source, analysis, definition),
        ...bodyOf(source, definition)
      }
    ])
  );
}

/** The code that values hold which a source gives names. */
export function heldCodeIn(
  source: string,
  analysis: CellAnalysis
): Prepared['heldCode'] {
  const { heldCode = NONE } = analysis;
  if (heldCode.length === 0) {
    return NO_ENTRIES;
  }
  const found = new Map<string, PreparedHolding>();
  for (const { name, names, body, isTable, isMember } of heldCode) {
    const known = found.get(name);
    const own = body ? [codeOf(source, analysis, body)] : NONE;
    found.set(name, {
      names: [...(known?.names ?? NONE), ...names],
      bodies: [...(known?.bodies ?? NONE), ...own],
      isTable: isTable || known?.isTable === true,
      isMember: isMember && known?.isMember !== false
    });
  }
  return found;
}

function codeOf(
  source: string,
  analysis: CellAnalysis,
  definition: Definition
): Carried {
  return {
    isClass: false,
    analysis,
    methods: null,
    gives: null,
    ...bodyOf(source, definition)
  };
}

/** What a call of a function gives back, where that is code. */
function givenBy(
  source: string,
  analysis: CellAnalysis,
  { gives, range }: Definition
): Carried | null {
  return gives ? codeOf(source, analysis, { ...gives, range }) : null;
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

/** True for a function or a class, which knows its cell; a method does not. */
export function isCarried(body: Body): body is Carried {
  return 'analysis' in body;
}
