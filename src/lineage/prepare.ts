// What lineage needs of one source, worked out once: which names it reads in which state, which it writes how.
import type {
  CellAnalysis,
  Definition,
  Effect,
  Handover,
  Import,
  Method,
  Origin,
  Range,
  Update,
  ValueFacts
} from '../analysis';
import { arrangedBy, tallies } from './arrangements';
import type { Form } from './forms';
import { isIdempotent } from './idempotent';
import { basesOf, bodyOf, methodsOf } from './prepared-bodies';
import { readsOf, sightsOf, type Sight } from './prepared-reads';
import { Roles } from './roles';
import { displays, lazyMentions, type Mentions } from './mentions';
import type { Step } from './version';
import type { View } from './views';

const NO_VALUES: ValueFacts = {
  oneShot: [],
  consumed: [],
  sharing: [],
  holdings: [],
  generators: []
};

/** Words of code that talks to other programs, databases or people. */
const TALKING =
  /(?:^|\n)\s*[!%]|\b(?:input|getpass|subprocess|system|popen|execute|connect|read_sql\w*)\b/i;

/** The part under which a replacement of the whole value's state is kept: what `model.fit(…)` does. */
export const WHOLE = '*';

/** One name, or a constant part of it, that a cell reads. */
export type PreparedRead = {
  /** Equal for equal sights; the name itself for the whole value. */
  readonly id: string;
  readonly name: string;
  /** Null for the whole value. */
  readonly path: string | null;
  readonly isCertain: boolean;
  /** Parts that the cell itself has replaced before it reads. */
  readonly ignores: readonly string[];
  /** Tells what is looked at. */
  readonly view: () => View;
  /** Tells whether nothing but the form of the value is looked at. */
  readonly form: () => Form;
};

/** One name that a cell changes in place. */
export type PreparedUpdate = {
  readonly name: string;
  /** The part that changes; null when the change is of unknown extent. */
  readonly part: string | null;
  /** True when the part's former value does not flow into the new one. */
  readonly isReplacement: boolean;
  /** False for a call that only may change the value. */
  readonly isSure: boolean;
  /** True when nothing but the value itself hangs on what it was: `total[key] += 1`, but not `stack.pop()`. */
  readonly isSilent?: boolean;
  /** True where nothing is left to go through: one such state is as good as another. */
  readonly ends?: boolean;
  /** What it looks at, worked out beforehand for a cell's own update. */
  readonly sights?: UpdateSights;
};

/** What an update looks at: the value without the part that it replaces, and the part as it was. */
export type UpdateSights = { readonly own: Sight; readonly former: Sight };

/** A touch of ambient state; `origin` is the code before the first bracket: `np.random.seed`. */
export type PreparedEffect = {
  readonly name: string;
  readonly action: Effect['action'];
  readonly origin: string;
  /** What an option is set to, where that is a constant. */
  readonly value?: string;
  /** Names that hang on it; null where all may. */
  readonly into: readonly string[] | null;
  /** Names of which only the order of the items hangs on it. */
  readonly arranges: readonly string[];
};

/** A file that the source names by a constant path; `./` is left out. */
export type PreparedFile = {
  readonly path: string;
  readonly action: 'read' | 'write' | 'update';
};

/** A body that runs when somebody calls the value that carries it. */
export type Body = {
  readonly definition: Definition;
  /** What it does to ambient state. */
  readonly effects: readonly PreparedEffect[];
  /** Tells what its source names after a dot. */
  readonly mentions: () => Mentions;
};

/** A method of a class, with its tokens. */
export type MethodBody = Body & { readonly definition: Method };

/** A function or class that a value is or carries. */
export type Carried = Body & {
  readonly isClass: boolean;
  /** Of the cell that defines it. */
  readonly normalised: string;
  /** Of a class at the top level of its cell; null for all else. */
  readonly methods: readonly MethodBody[] | null;
  /** The step that bound the class; missing as long as its cell has not run. */
  readonly maker?: Step;
  /** True where the value is no class, but made by one. */
  readonly isInstance?: boolean;
};

/** What a bound value hangs on. */
export type PreparedOrigin = Omit<Origin, 'roles'> & { readonly roles: Roles };

/** One source, ready to be replayed. */
export type Prepared = {
  readonly source: string;
  readonly analysis: CellAnalysis;
  readonly normalised: string;
  /** Equal for sources that differ in the choice of names alone. */
  readonly form: string;
  /** What stands for names in the form. */
  readonly roles: Roles;
  readonly isBlank: boolean;
  /** True for code that talks to other programs, databases or people. */
  readonly talks: boolean;
  readonly reads: readonly PreparedRead[];
  /** Names bound on every way through the cell. */
  readonly strong: readonly string[];
  /** Names bound on some ways only. */
  readonly weak: readonly string[];
  /** Names that the cell surely makes itself. */
  readonly own: ReadonlySet<string>;
  /** Builtins that it looks up, unless somebody has bound the name. */
  readonly builtins: readonly string[];
  readonly updates: readonly PreparedUpdate[];
  readonly deletes: readonly string[];
  readonly definitions: ReadonlyMap<string, Carried>;
  readonly calls: readonly string[];
  /** Tells what the source names after a dot. */
  readonly mentions: () => Mentions;
  /** Tells whether its last expression may be an instance of some class, and is shown. */
  readonly displays: () => boolean;
  /** Names of the classes that its own classes are made from. */
  readonly bases: ReadonlySet<string>;
  /** Values that it hands to callables of other cells. */
  readonly handovers: readonly Handover[];
  readonly effects: readonly PreparedEffect[];
  readonly imports: readonly Import[];
  /** Names that it binds to modules. */
  readonly modules: ReadonlySet<string>;
  /** In order of the source. */
  readonly files: readonly PreparedFile[];
  /** Where a name is surely read first, and where it is bound first: offsets. */
  readonly readAt: ReadonlyMap<string, number>;
  readonly boundAt: ReadonlyMap<string, number>;
  /** Where the statement is done that binds a name first. */
  readonly readyAt: ReadonlyMap<string, number>;
  /** Values that change by being gone through, or under other names. */
  readonly values: ValueFacts;
  /** Tells whether a second run leaves what the first left. */
  readonly isAgain: () => boolean;
  /** Tables in which the cell only counts. */
  readonly tallies: ReadonlySet<string>;
  /** By bound name what its value hangs on, where that is told. */
  readonly origins: ReadonlyMap<string, PreparedOrigin>;
  /** Names in texts that it hands to callables, which may evaluate them. */
  readonly texts: readonly string[];
  /** True when it ends with an expression that IPython keeps, unless it gives nothing. */
  readonly givesResult: boolean;
  readonly bindsUnknown: boolean;
  readonly completeness: CellAnalysis['completeness'];
  /** Why it is not complete: sentences. */
  readonly reasons: readonly string[];
};

/** The pseudo-name of ambient state, or of a part of it; no Python name looks like it. */
export function ambientName(state: Effect['state'], part?: string): string {
  return part ? `@${state}:${part}` : `@${state}`;
}

/** The streams of random numbers that libraries share, by their pseudo-names. */
export const STREAMS: readonly string[] = (
  ['random', 'numpy', 'torch', 'tensorflow'] as const
).map(stream => ambientName('random', stream));

/** The pseudo-name of a file. */
export function fileName(path: string): string {
  return `@file:${path}`;
}

/** True for the pseudo-name of a file. */
export function isFile(name: string): boolean {
  return name.startsWith(fileName(''));
}

/** An ambient name as readers know it: streams of random numbers are one state to them, and so are display options. */
export function shownName(name: string): string {
  return /^@(?:random|display)(?=:)/.exec(name)?.[0] ?? name;
}

/** Prepares one source. */
export function prepare(source: string, analysis: CellAnalysis): Prepared {
  const strong = new Set<string>();
  const all = new Set<string>();
  for (const { name, isCertain } of analysis.bindings) {
    all.add(name);
    if (isCertain) {
      strong.add(name);
    }
  }
  const classes = new Set(
    analysis.bindings
      .filter(({ kind }) => kind === 'class')
      .map(({ name }) => name)
  );
  return {
    source,
    analysis,
    normalised: analysis.normalised,
    form: analysis.form?.text ?? analysis.normalised,
    roles: new Roles(analysis.form?.roles),
    talks: TALKING.test(analysis.normalised),
    isBlank: analysis.normalised === '' && source.trim() === '',
    reads: readsOf(source, analysis),
    strong: [...strong],
    own: new Set([...strong, ...analysis.definitions.map(one => one.name)]),
    weak: [...all].filter(name => !strong.has(name)),
    updates: analysis.updates
      .filter(({ name }) => !strong.has(name))
      .map(prepareUpdate),
    builtins: analysis.builtinReferences ?? [],
    deletes: analysis.deletes,
    definitions: new Map(
      analysis.definitions.map(definition => [
        definition.name,
        {
          ...bodyOf(source, definition),
          isClass: classes.has(definition.name),
          normalised: analysis.normalised,
          methods: methodsOf(source, definition)
        }
      ])
    ),
    calls: analysis.calls,
    mentions: lazyMentions(source, 0, source.length),
    displays: () => displays(analysis.normalised),
    bases: basesOf(analysis.definitions),
    handovers: analysis.handovers ?? [],
    effects: effectsOf(source, analysis.effects),
    imports: analysis.imports,
    modules: new Set(
      analysis.bindings
        .filter(({ kind }) => kind === 'import')
        .map(({ name }) => name)
    ),
    files: (analysis.files ?? []).map(({ path, action }) => ({
      path: path.replace(/^(?:\.\/)+/, ''),
      action
    })),
    readAt: firstOffsets(analysis.references.filter(one => one.isCertain)),
    boundAt: firstOffsets(analysis.bindings),
    readyAt: analysis.readyAt ?? firstOffsets(analysis.bindings),
    values: analysis.values ?? NO_VALUES,
    isAgain: () => isIdempotent(source, analysis),
    tallies: tallies(source),
    origins: originsIn(analysis),
    texts: analysis.texts ?? [],
    givesResult: analysis.givesResult ?? false,
    bindsUnknown: analysis.bindsUnknown,
    completeness: completenessOf(analysis),
    reasons: [...new Set(analysis.unanalysed.map(({ reason }) => reason))]
  };
}

/** What is understood but for some names counts as read: `bindsUnknown`, effects and results tell the rest by themselves. */
function completenessOf({
  completeness,
  unanalysed
}: CellAnalysis): CellAnalysis['completeness'] {
  const isLimited = unanalysed.every(({ extent }) => extent !== undefined);
  return completeness === 'partial' && isLimited ? 'complete' : completeness;
}

/** The source where names that it reads unseen count for all that they may do. */
export function warily(prepared: Prepared): Prepared {
  const { completeness, unanalysed } = prepared.analysis;
  return unanalysed.some(({ extent }) => extent === 'reads')
    ? { ...prepared, completeness }
    : prepared;
}

/** The source where nothing of it ran. */
export function withoutEffects(prepared: Prepared): Prepared {
  return {
    ...prepared,
    reads: [],
    strong: [],
    weak: [],
    own: new Set(),
    builtins: [],
    updates: [],
    deletes: [],
    definitions: new Map(),
    calls: [],
    handovers: [],
    effects: [],
    imports: [],
    files: [],
    values: NO_VALUES,
    bindsUnknown: false,
    completeness: 'complete'
  };
}

/** Prepares an update that a cell or a function's body makes. */
export function prepareUpdate(update: Update): PreparedUpdate {
  const { name, isReplacement } = update;
  const part = update.path ?? (isReplacement ? WHOLE : null);
  return {
    name,
    part,
    isReplacement,
    isSure: update.certainty !== 'possible',
    isSilent: update.certainty === 'certain',
    sights: sightsOf(name, part)
  };
}

/** Prepares effects in the order in which they stand. */
export function effectsOf(
  source: string,
  effects: readonly Effect[]
): PreparedEffect[] {
  return effects
    .filter(effect => !isTiming(source, effect))
    .sort((one, other) => one.range.from - other.range.from)
    .map(({ state, action, range, stream, option, value, into }) => ({
      name: ambientName(state, stream ?? option),
      action,
      ...(value !== undefined && { value }),
      into: into ?? null,
      arranges: arrangedBy(source, range),
      origin: source.slice(range.from, range.to).split('(')[0]?.trim() ?? ''
    }));
}

function originsIn({
  origins
}: CellAnalysis): ReadonlyMap<string, PreparedOrigin> {
  const ready = new Map<string, PreparedOrigin>();
  origins?.forEach((origin, name) =>
    ready.set(name, { ...origin, roles: new Roles(origin.roles) })
  );
  return ready;
}

function firstOffsets(
  places: readonly { readonly name: string; readonly range: Range }[]
): Map<string, number> {
  const first = new Map<string, number>();
  for (const { name, range } of places) {
    const known = first.get(name) ?? Infinity;
    first.set(name, Math.min(known, range.from));
  }
  return first;
}

/** `%time` shows a duration, which no value hangs on and no reader compares. */
function isTiming(source: string, { state, range }: Effect): boolean {
  const line = source.slice(source.lastIndexOf('\n', range.from - 1) + 1);
  return state === 'clock' && line.trimStart().startsWith('%');
}
