// What code names after a dot: which methods it may call, and which attributes it may look at.

import { operatorsIn } from './operators-used';

/** The attributes that a stretch of code names. */
export type Mentions = {
  readonly names: ReadonlySet<string>;
  /** True when it reaches attributes by texts as well: then it may reach any. */
  readonly isDynamic: boolean;
  /** True when it may make another instance of what it has an instance of. */
  readonly makes: boolean;
  /** True when it may turn values into text. */
  readonly writes: boolean;
  /** Tells whether it may run a method of its name by syntax or through a builtin. */
  readonly operates: (method: string) => boolean;
  /** The code itself. */
  readonly text: string;
};

const DYNAMIC =
  /\b(?:getattr|setattr|delattr|hasattr|vars|dir|eval|exec|methodcaller|attrgetter|inspect)\b|__(?:dict|getattribute)__/;
/** `getattr(x, "a")`, as good as `x.a`; what an instance has of its own, by names as instances have them. */
const NAMED =
  /\b(?:getattr|hasattr)\(\s*\w+\s*,\s*(?:'(\w+)'|"(\w+)")(?=\s*[,)])|\bvars\(\s*[a-z_]\w*\s*\)|(?<![\w.])[a-z_]\w*\.__dict__/g;
const MAKING =
  /\bcls\b(?!\s*\.)|\btype\s*\(|__class__|__(?:new|call|subclasses)__/;
/** The class under the name that its own methods have for it. */
const GIVEN_CLASS = /\bdef\s+\w+\s*\(\s*cls\b/g;
/** What asks for the name of a type alone, or compares it. */
const TYPED =
  /(?:\b__class__|\btype\(\s*\w+\s*\))(?:\.__name__\b|(?=\s*(?:[!=]=|is\b)))/g;
/** Lines that show types, and words, and nothing else. */
const SHOWN_TYPES =
  /^[ \t]*(?:print\()?(?:(?:type\(\s*\w+\s*\)|"[^"\n]*"|'[^'\n]*')(?:,[ \t]*)?)+\)?[ \t]*$/gm;
const WRITING =
  /\b(?:print|pprint|str|repr|ascii|format|display|write\w*|dumps?|join|logg?\w*|info|debug|warn\w*|error)\b|\b[rR]?[fF][rR]?["']|%/;
/** With what stands before it where something is stored in it: the code that stores tells of that by itself. */
const ATTRIBUTE =
  /(?:(?<![\w.])(\w+)\.(?=\w+\s*(?:[-+*/%&|^@]|\/\/|\*\*)?=(?!=))|\.\s*)([^\W\d]\w*)/gu;

/** Code of what makes an instance. */
const MAKER = /^\s*def\s+__(?:init|new|post_init)__\b/;
/** How it does the same by the classes above, of which the instance is one as well. */
const ABOVE = /\bsuper\s*\([^()]*\)\s*\.\s*__(?:init|new|post_init)__/g;

/** Code without what shows or asks for the name of a type alone, and the place where a method is given its class. */
export function withoutGiven(text: string): string {
  return text
    .replace(SHOWN_TYPES, '')
    .replace(TYPED, '')
    .replace(GIVEN_CLASS, '');
}

/** Reads a stretch of the source when somebody asks, and once. */
export function lazyMentions(
  source: string,
  from: number,
  to: number
): () => Mentions {
  return lateMentions(() => source.slice(from, to));
}

/** The same of a text that is put together when somebody asks. */
export function lateMentions(textOf: () => string): () => Mentions {
  let known: Mentions | null = null;
  return () => (known ??= mentionsIn(textOf()));
}

function mentionsIn(text: string): Mentions {
  const names = new Set<string>();
  const told = MAKER.test(text) ? text.replace(ABOVE, '') : text;
  for (const [, root, name = ''] of told.matchAll(ATTRIBUTE)) {
    if (root === undefined || root === 'self' || root === 'cls') {
      names.add(name);
    }
  }
  for (const [, single, double] of text.matchAll(NAMED)) {
    const name = single ?? double;
    if (name !== undefined) {
      names.add(name);
    }
  }
  return {
    names,
    isDynamic: DYNAMIC.test(text.replace(NAMED, '')),
    makes: MAKING.test(withoutGiven(text)),
    writes: WRITING.test(text),
    operates: operatorsIn(text),
    text
  };
}
