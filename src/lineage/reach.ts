// Which bodies run when code uses names: functions that it calls, and of classes the methods that somebody names.
import { builtinNames, type Handover } from '../analysis';
import { basesOfModules, hooksOf } from './hooks';
import { isAskedAlone, makesQuietly } from './asked-classes';
import type { Mentions } from './mentions';
import { NONE } from './nothing';
import type { Body, Carried, MethodBody, Prepared } from './prepared';

/** What code has to do with a class. */
export type Ways = {
  /** True when an instance is made. */
  isMade: boolean;
  /** True when there is an instance, whose operators may be used. */
  isUsed: boolean;
  /** True when another class is made from it. */
  isDerived: boolean;
};

/** A class that code has to do with. */
export type ReachedClass = Ways & {
  readonly carried: Carried;
  /** Methods that run. */
  readonly methods: Set<MethodBody>;
};

/** All that runs. */
export type Reached = {
  /** With true where the code means them, and does not just have a value that may be an instance of a class. */
  readonly bodies: ReadonlyMap<Body, boolean>;
  readonly classes: readonly ReachedClass[];
  /** True when the code, or what it runs, names an attribute. */
  readonly mentions: (name: string) => boolean;
  /** The code, and that of all that runs. */
  readonly texts: ReadonlySet<string>;
};

/** What stands behind a name. */
export type BodiesOf = (name: string) => readonly Carried[];

/** Runs the bodies behind names, and the bodies behind the names that those mention; some are named by texts that are evaluated. */
export function reach(
  prepared: Prepared,
  bodiesOf: BodiesOf,
  evaluated: readonly string[]
): Reached {
  const reaching = new Reaching(prepared.own, bodiesOf);
  const atOnce = makesQuietly(prepared, bodiesOf);
  reaching.mention(atOnce ? prepared.mentionsAtOnce() : prepared.mentions());
  reaching.hand(prepared.handovers);
  reaching.give(prepared);
  reaching.writes ||= prepared.displays();
  prepared.bases.forEach(name => reaching.derive(name));
  prepared.calls.forEach(name => reaching.call(name, prepared.source));
  prepared.builtins.forEach(name => reaching.use(name, true));
  prepared.values.consumed.forEach(name => reaching.use(name, true));
  evaluated.forEach(name => reaching.use(name, true));
  prepared.reads.forEach(({ name }) => reaching.use(name, false));
  reaching.run();
  return reaching;
}

/** Bases whose methods nobody but the notebook calls by name. */
const PLAIN_BASES = /^(?:ABC|Protocol|Generic|NamedTuple|TypedDict)$/;
/** Methods of containers, which keep what they are given. */
const KEEPING =
  /^(?:append(?:left)?|extend(?:left)?|insert|add|update|setdefault|put|push|remove|discard|index|count|get|pop)$/;
const MAKERS = new Set(['__init__', '__new__', '__post_init__']);
const WRITERS = /^(?:__(?:str|repr|format)__|_repr_\w+_|_ipython_display_)$/;

class Reaching implements Reached {
  readonly bodies = new Map<Body, boolean>();
  readonly classes: ReachedClass[] = [];
  readonly texts = new Set<string>();
  readonly mentions = (name: string): boolean =>
    this.isDynamic || this.names.has(name);

  constructor(
    private readonly own: ReadonlySet<string>,
    private readonly bodiesOf: BodiesOf
  ) {}

  mention(mentions: Mentions): void {
    const { names, isDynamic, makes, writes, operates, text } = mentions;
    this.texts.add(text);
    this.operating.add(operates);
    names.forEach(name => this.names.add(name));
    this.isDynamic ||= isDynamic;
    this.makes ||= makes;
    this.writes ||= writes;
  }

  /** Who gets an instance and is no code of the notebook may look at all that it has. */
  hand(handovers: readonly Handover[]): void {
    this.isDynamic ||= handovers.some(
      ({ callee, method, name, path, place, from }) =>
        callee !== null &&
        callee !== name &&
        path === null &&
        ((from && (from.method === null || from.parameter === 'self')) ||
          this.own.has(name) ||
          this.bodiesOf(name).some(({ isClass }) => isClass)) &&
        !(method !== null && (place === 0 || KEEPING.test(method))) &&
        this.bodiesOf(callee).length === 0
    );
  }

  /** The same for functions of libraries that the code imports itself. */
  give({ source, analysis, handovers }: Prepared): void {
    this.isDynamic ||= analysis.updates.some(
      ({ name, certainty, path, range }) =>
        certainty === 'possible' &&
        path === null &&
        /[(,=*]\s*$/.test(source.slice(0, range.from)) &&
        /^\s*[,)]/.test(source.slice(range.to)) &&
        !handovers.some(one => one.range.from === range.from) &&
        this.bodiesOf(name).some(({ isClass }) => isClass)
    );
  }

  /** A class is made from the one behind the name. */
  derive(name: string): void {
    for (const carried of this.bodiesOf(name)) {
      if (carried.methods !== null) {
        this.meet(carried, { isDerived: true });
      }
    }
  }

  /** Of a class that code asks alone, no instance is made. */
  call(name: string, text: string): void {
    this.use(name, !isAskedAlone(text, name, this.bodiesOf(name)));
  }

  use(name: string, isCalled: boolean): void {
    for (const carried of this.bodiesOf(name)) {
      const { definition, isInstance = false, isClass, methods } = carried;
      if (!isClass || methods === null) {
        if (isClass) {
          this.classOf(carried);
        }
        if (isClass || isCalled) {
          this.enter(carried);
        }
      } else {
        const isOwn = definition.name === name && !isInstance;
        const isMade = !isInstance && (isCalled || !isOwn);
        this.meet(carried, { isMade, isUsed: isInstance || isMade });
      }
    }
  }

  /** Goes on until nothing new runs. */
  run(): void {
    do {
      this.hasGrown = false;
      for (let one = this.pending.pop(); one; one = this.pending.pop()) {
        this.call(one.name, one.text);
      }
      for (const one of this.classes) {
        for (const method of one.carried.methods ?? NONE) {
          if (!one.methods.has(method) && this.runs(one, method)) {
            one.methods.add(method);
            this.enter(method, !one.carried.isInstance);
          }
        }
      }
    } while (this.hasGrown || this.pending.length > 0);
  }

  private enter(body: Body, isNamed = true): void {
    if (this.bodies.has(body)) {
      return;
    }
    this.hasGrown = true;
    this.bodies.set(body, isNamed);
    this.mention(body.mentions());
    this.hand(body.definition.handovers ?? NONE);
    const { text } = body.mentions();
    body.definition.references.forEach(name => {
      this.pending.push({ name, text });
    });
  }

  private meet(carried: Carried, ways: Partial<Ways>): void {
    const one = this.classOf(carried);
    const isMade = one.isMade || (ways.isMade ?? false);
    const isUsed = one.isUsed || (ways.isUsed ?? false);
    const isDerived = one.isDerived || (ways.isDerived ?? false);
    const isKnown =
      isMade === one.isMade &&
      isUsed === one.isUsed &&
      isDerived === one.isDerived;
    if (isKnown && !this.isNew) {
      return;
    }
    Object.assign(one, { isMade, isUsed, isDerived });
    this.hasGrown = true;
    const { parts, name } = carried.definition;
    for (const base of parts?.bases ?? NONE) {
      const behind = this.behind(carried, base);
      behind.forEach(each => this.meet(each, ways));
      const isPlain = builtinNames.has(base) || PLAIN_BASES.test(base);
      if (behind.length === 0 && !isPlain) {
        this.openBy(name, hooksOf(base));
      }
    }
    if (parts?.isOpen) {
      const bases = basesOfModules(carried);
      (bases ?? ['']).forEach(base => this.openBy(name, hooksOf(base)));
    }
  }

  /** A library calls methods of the class of that name; null where these may be any. */
  private openBy(name: string, hooks: RegExp | null): void {
    const known = this.open.get(name) ?? NONE;
    if (!known.includes(hooks)) {
      this.open.set(name, [...known, hooks]);
    }
  }

  private classOf(carried: Carried): ReachedClass {
    const { definition, maker } = carried;
    const known = this.classes.find(
      one =>
        one.carried.definition === definition && one.carried.maker === maker
    );
    this.isNew = known === undefined;
    if (known) {
      return known;
    }
    const ways = { isMade: false, isUsed: false, isDerived: false };
    const found = { ...ways, carried, methods: new Set<MethodBody>() };
    this.classes.push(found);
    return found;
  }

  /** What a base was when the class was made. */
  private behind({ maker }: Carried, base: string): readonly Carried[] {
    if (!maker) {
      return this.bodiesOf(base);
    }
    const own = maker.prepared.definitions.get(base);
    const read = maker.reads.find(({ name }) => name === base);
    return own ? [{ ...own, maker }] : (read?.version?.carried ?? NONE);
  }

  private runs(
    { carried, isMade, isUsed, isDerived }: ReachedClass,
    { definition: { name } }: MethodBody
  ): boolean {
    if (this.mentions(name)) {
      return true;
    }
    if (MAKERS.has(name)) {
      return isMade || this.makes;
    }
    if (WRITERS.test(name)) {
      return isUsed && this.writes;
    }
    if (name === '__init_subclass__') {
      return isDerived;
    }
    const hooks = this.open.get(carried.definition.name);
    const isSpecial = /^__\w+__$/.test(name);
    const isCalled = isSpecial
      ? hooks !== undefined || this.operates(name)
      : name === '' || hooks?.some(one => one === null || one.test(name));
    return isUsed && isCalled === true;
  }

  private operates(method: string): boolean {
    for (const operates of this.operating) {
      if (operates(method)) {
        return true;
      }
    }
    return false;
  }

  private readonly names = new Set<string>();
  private readonly operating = new Set<Mentions['operates']>();
  private readonly open = new Map<string, readonly (RegExp | null)[]>();
  private readonly pending: {
    readonly name: string;
    readonly text: string;
  }[] = [];
  writes = false;
  private isDynamic = false;
  private makes = false;
  private hasGrown = false;
  private isNew = false;
}
