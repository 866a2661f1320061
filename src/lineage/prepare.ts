// What lineage needs of one source, worked out once.
import type { CellAnalysis, Range, ValueFacts } from '../analysis';
import { nearPath } from './ambient-names';
import { filesTold } from './called-files';
import { arraysMadeIn } from './made-arrays';
import { sightsApart } from './apart';
import { basesOf, definitionsIn, heldCodeIn } from './prepared-bodies';
import { effectsOf } from './prepared-effects';
import { readsOf } from './prepared-reads';
import { drawing, prepareUpdate } from './prepared-updates';
import { Roles } from './roles';
import { withoutIdle } from './asked-classes';
import { lateMentions, lazyMentions } from './mentions';
import { spellingOf } from './spells';
import { NONE, NO_ENTRIES } from './nothing';
import type { Listing, Prepared, PreparedOrigin } from './prepared';

const NO_VALUES: ValueFacts = {
  oneShot: [],
  consumed: [],
  sharing: [],
  holdings: [],
  generators: []
};

/** Words of code that talks to other programs, databases or people. */
const TALKING =
  /^(?:input|getpass|subprocess|system|popen|execute|connect|read_sql\w*)$/i;

/** Words of code that takes parts away from values. */
const TAKING = /\bdel\b|\. (?:pop|popitem|clear|__delitem__) \(/;

/** `importlib.reload(m)`, `%autoreload 2`. */
const RELOADING = /^(?:auto)?reload$/;

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
  const reads = readsOf(source, analysis);
  const spells = spellingOf(analysis);
  const mentions = lazyMentions(source, 0, source.length);
  const definitions = definitionsIn(source, analysis);
  const isOthers = ({ name }: { name: string }): boolean => !strong.has(name);
  const updates = analysis.updates.filter(isOthers).map(prepareUpdate);
  return {
    source,
    analysis,
    normalised: analysis.normalised,
    form: analysis.form?.text ?? analysis.normalised,
    roles: new Roles(analysis.form?.roles),
    talks: analysis.spelled?.hasMagic === true || spells(TALKING),
    takesAway: TAKING.test(analysis.normalised),
    reloads: spells(RELOADING),
    isBlank: analysis.normalised === '' && source.trim() === '',
    reads,
    strong: [...strong],
    arrays: arraysMadeIn(analysis.normalised, [...strong]),
    own: new Set([...strong, ...analysis.definitions.map(one => one.name)]),
    weak: [...all].filter(name => !strong.has(name)),
    grown: grownIn(analysis),
    turned: turnedIn(analysis),
    updates,
    drawings: (analysis.drawn ?? NONE).filter(isOthers).map(drawing),
    builtins: analysis.builtinReferences ?? [],
    deletes: analysis.deletes,
    definitions,
    heldCode: heldCodeIn(source, analysis),
    calls: analysis.calls,
    open: openIn(analysis, reads),
    mentions,
    mentionsAtOnce:
      definitions.size > 0
        ? lateMentions(() => withoutIdle(source, { definitions }))
        : mentions,
    spells,
    displays: () => analysis.deeds?.givesAny ?? true,
    bases: basesOf(analysis.definitions),
    handovers: analysis.handovers ?? [],
    asked: analysis.asked ?? NONE,
    effects: effectsOf(source, analysis.effects),
    imports: analysis.imports,
    modules: modulesIn(analysis),
    files: filesTold(analysis.files ?? NONE),
    takesFiles: analysis.takesFiles ?? false,
    listings: listingsIn(analysis),
    stamps: stampsIn(analysis),
    readAt: firstOffsets(neededIn(analysis)),
    boundAt: firstOffsets(analysis.bindings),
    readyAt: analysis.readyAt ?? firstOffsets(analysis.bindings),
    values: analysis.values ?? NO_VALUES,
    showing: analysis.showing,
    tallies: analysis.tallies ?? NONE,
    origins: originsIn(analysis, { reads, updates }),
    held: analysis.held ?? NO_ENTRIES,
    attributes: attributesIn(analysis),
    texts: analysis.texts ?? [],
    givesResult: analysis.givesResult ?? false,
    bindsUnknown: analysis.bindsUnknown,
    completeness: completenessOf(analysis),
    reasons: [...new Set(analysis.unanalysed.map(({ reason }) => reason))]
  };
}

function modulesIn({ bindings }: CellAnalysis): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const { name, kind } of bindings) {
    if (kind === 'import') {
      modules.add(name);
    }
  }
  return modules;
}

function openIn(
  { calls, builtinReferences = NONE }: CellAnalysis,
  reads: Prepared['reads']
): readonly string[] {
  const names = new Set(calls);
  reads.forEach(({ name }) => names.add(name));
  builtinReferences.forEach(name => names.add(name));
  return [...names];
}

function stampsIn({ files = NONE }: CellAnalysis): readonly string[] {
  const asked = files.filter(({ action }) => action === 'stamp');
  return asked.length === 0 ? NONE : asked.map(({ path }) => nearPath(path));
}

function listingsIn({ files = NONE }: CellAnalysis): readonly Listing[] {
  return files
    .filter(({ action }) => action === 'list')
    .map(({ path, showsTimes = false }) => ({
      path: nearPath(path).replace(/^\.$|\/+$/, ''),
      showsTimes
    }));
}

/** Names that loops bind, and nothing else in the cell. */
function turnedIn({ bindings }: CellAnalysis): readonly string[] {
  const others = new Set<string>();
  const turned = new Set<string>();
  for (const { name, kind } of bindings) {
    (kind === 'loop-variable' ? turned : others).add(name);
  }
  return turned.size === 0
    ? NONE
    : [...turned].filter(name => !others.has(name));
}

/** What attributes hold of texts, whatever they belong to. */
function attributesIn({ held }: CellAnalysis): Prepared['held'] {
  const attributes = [...(held ?? [])].filter(([name]) => name[0] === '.');
  return attributes.length === 0 ? NO_ENTRIES : new Map(attributes);
}

function grownIn({ bindings }: CellAnalysis): readonly string[] {
  const grown = bindings.filter(({ kind }) => kind === 'augmented-assignment');
  return grown.length === 0
    ? NONE
    : [...new Set(grown.map(({ name }) => name))];
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

function originsIn(
  analysis: CellAnalysis,
  sights: Pick<Prepared, 'reads' | 'updates'>
): ReadonlyMap<string, PreparedOrigin> {
  const ready = new Map<string, PreparedOrigin>();
  analysis.origins?.forEach((origin, name) => {
    ready.set(name, {
      apart: sightsApart(analysis, sights, origin),
      names: [...origin.references],
      ...origin,
      roles: new Roles(origin.roles)
    });
  });
  return ready;
}

/** Where names are surely read, by themselves or for the sake of a change. */
function neededIn({
  references,
  updates
}: CellAnalysis): readonly { readonly name: string; readonly range: Range }[] {
  return [
    ...references.filter(one => one.isCertain),
    ...updates.filter(({ certainty }) => certainty !== 'possible')
  ];
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
