// Whether a set whose order shows holds texts, so that each process goes through it in another order.
import {
  ANY,
  calleeOfResult,
  heldName,
  partName,
  UNTOLD,
  type HandedKind,
  type Handover,
  type HeldKind
} from '../analysis';
import type { RunHistory } from '../model';
import { NONE } from './nothing';
import type { Prepared, PreparedEffect } from './prepared';
import { isCarried } from './prepared-bodies';
import type { Reached } from './reach';
import type { Holding } from './text-record';
import type { Read } from './version';
import type { World } from './world';

/** How many names are followed from one to the next. */
const FARTHEST = 8;

/** True where the kernel's texts have the hashes that every process gives them. */
export function haveFixedHashes(runs: readonly RunHistory[]): boolean {
  const [newest] = runs.slice(-1);
  const seed =
    newest?.environment?.details?.variables['PYTHONHASHSEED'] ?? 'random';
  return seed !== 'random' && seed !== '';
}

/** Who meets an order. */
type Meeting = {
  readonly world: World;
  readonly prepared: Prepared;
  /** Tells which bodies run with it. */
  readonly reached: () => Reached | null;
};

/** True where the order that the code meets is another one in each process. */
export function variesByHash(
  { world, prepared, reached }: Meeting,
  { ifSet, ifTexts }: PreparedEffect
): boolean {
  if (world.knowledge.hasFixedHashes) {
    return false;
  }
  const search = new TextSearch(world, prepared, reached());
  if (ifSet !== undefined) {
    return search.holds(ifSet, true, FARTHEST);
  }
  return ifTexts === undefined || search.holds(ifTexts, false, FARTHEST);
}

/** Follows what the code says of names, and what the kernel told of them. */
class TextSearch {
  constructor(
    private readonly world: World,
    private readonly prepared: Prepared,
    /** What the step runs of other cells, or of its own. */
    private readonly reached: Reached | null
  ) {}

  /** True for texts, or what holds them; `isSet`: for a set of texts. */
  holds(name: string, isSet: boolean, left: number): boolean {
    if (left === 0) {
      return false;
    }
    const { parameterOf, base, part } = heldName(name);
    if (parameterOf) {
      const { callee, place } = parameterOf;
      const named = this.handedOver(callee, [place, base], part);
      const made = this.madeFor(callee, [place, base]);
      return named.length + made.length === 0
        ? this.makers(callee).some(maker => maker.holds(name, isSet, left - 1))
        : named.some(each => this.holds(each, isSet, left - 1)) ||
            made.some(kind => this.isMeant(kind, part, isSet, left - 1));
    }
    const found =
      part === null
        ? this.kindOf(base)
        : (this.keptUnder(base, part) ??
          this.kindOf(`.${part}`) ??
          this.kindOf(`${base}.${ANY}`, base));
    const { kind, ifTexts } = found ?? {};
    if (kind === 'given' && ifTexts) {
      if (this.where(base).holds(ifTexts, isSet, left - 1)) {
        return true;
      }
    } else if (found && !this.isUntold(found)) {
      return (
        (!isSet || found.kind === 'set') &&
        (found.ifTexts === null ||
          this.where(base).holds(found.ifTexts, false, left - 1))
      );
    }
    const told = this.told(base, part);
    return told !== null && (!isSet || told.isSet);
  }

  /** True where a value of the kind holds texts, or what is under a part of it. */
  private isMeant(
    { kind, ifTexts }: HeldKind,
    part: string | null,
    isSet: boolean,
    left: number
  ): boolean {
    if (kind === 'given') {
      const name =
        part === null || ifTexts === null ? ifTexts : partName(ifTexts, part);
      return name !== null && this.holds(name, isSet, left);
    }
    return (
      part === null &&
      (!isSet || kind === 'set') &&
      ifTexts !== UNTOLD &&
      (ifTexts === null || this.holds(ifTexts, false, left))
    );
  }

  /** The search in the cell that left a value: what it handed to functions tells what they gave it. */
  private where(base: string): TextSearch {
    const { prepared, world } = this;
    const maker =
      calleeOfResult(base) !== null || this.isOwn(base)
        ? undefined
        : world.get(base)?.baseStep.prepared;
    return maker && maker !== prepared
      ? new TextSearch(world, maker, null)
      : this;
  }

  /** Searches in the cells that handed something to a class, of which the step reads what they left. */
  private makers(callee: string): readonly TextSearch[] {
    const { prepared, world } = this;
    return prepared.reads.flatMap(({ name }) => {
      const maker = world.get(name)?.baseStep.prepared;
      const isMaker =
        maker !== undefined && maker !== prepared && hands(maker, callee);
      return isMaker ? [new TextSearch(world, maker, null)] : [];
    });
  }

  /** What the code says. */
  private kindOf(name: string, base = name): HeldKind | undefined {
    const { prepared, world } = this;
    return this.isOwn(name)
      ? prepared.held.get(name)
      : (world.attributes.get(name) ??
          world
            .get(calleeOfResult(name) ?? base)
            ?.baseStep.prepared.held.get(name));
  }

  /** What the code says of what is under a constant key. */
  private keptUnder(base: string, part: string): HeldKind | undefined {
    const { prepared, world } = this;
    const name = `${base}.${part}`;
    if (base === '' || prepared.held.has(name)) {
      return prepared.held.get(name);
    }
    const version = world.get(base);
    const step = version?.parts.get(`[${JSON.stringify(part)}]`)?.step;
    return (
      step?.prepared.held.get(name) ?? version?.baseStep.prepared.held.get(name)
    );
  }

  /** True where it hangs on what nobody tells, as what a function of a library gives back. */
  private isUntold({ ifTexts }: HeldKind): boolean {
    return (
      ifTexts === UNTOLD ||
      (ifTexts !== null &&
        calleeOfResult(ifTexts) !== null &&
        this.kindOf(ifTexts) === undefined)
    );
  }

  /** True for what the step binds, surely or in a loop. */
  private isOwn(name: string): boolean {
    const { own, held } = this.prepared;
    return own.has(name) || held.has(name);
  }

  /** What the kernel saw. */
  private told(base: string, part: string | null): Holding | null {
    const { world, prepared } = this;
    const { texts } = world.knowledge;
    if (base === '' || base === '_' || this.isOwn(base)) {
      return texts.heldBy(prepared, base, part);
    }
    const version = world.get(base);
    const step =
      part === null
        ? undefined
        : version?.parts.get(`[${JSON.stringify(part)}]`)?.step;
    return (
      (step && texts.heldBy(step.prepared, base, part)) ??
      (version ? texts.heldBy(version.baseStep.prepared, base, part) : null)
    );
  }

  /** Kinds of what the step, and the bodies that it runs, make for some places of a parameter. */
  private madeFor(
    callee: string,
    places: readonly (number | string)[]
  ): readonly HeldKind[] {
    const { handed = NONE } = this.prepared.analysis;
    const own = handed.filter(({ within }) => within === null);
    const all = this.reached ? [...own, ...handedBy(this.reached)] : own;
    return all
      .filter(one => one.callee === callee && places.includes(one.place))
      .map(({ kind }) => kind);
  }

  /** What the step hands over at some places for a parameter, or what is under a part of that. */
  private handedOver(
    callee: string,
    places: readonly (number | string)[],
    part: string | null
  ): string[] {
    const isGiven = (one: Handover): boolean =>
      one.callee === callee &&
      one.method === null &&
      places.includes(one.place);
    return this.prepared.handovers.filter(isGiven).flatMap(({ name, path }) => {
      const key = path === null ? null : keyOf(path);
      const given =
        path === null ? name : key === null ? null : partName(name, key);
      const asked =
        given === null || part === null ? given : partName(given, part);
      return asked ?? [];
    });
  }
}

/** True for a cell that hands something to a function or a class. */
function hands({ handovers, analysis }: Prepared, callee: string): boolean {
  return (
    handovers.some(one => one.callee === callee) ||
    (analysis.handed ?? NONE).some(one => one.callee === callee)
  );
}

/** What bodies that run hand to functions of other cells. */
function handedBy({ bodies, classes }: Reached): readonly HandedKind[] {
  const codes = [
    ...[...bodies.keys()].filter(isCarried),
    ...classes.map(({ carried }) => carried)
  ];
  const names = new Set([...bodies.keys()].map(body => body.definition.name));
  return [...new Set(codes.map(({ analysis }) => analysis))].flatMap(
    ({ handed = NONE }) =>
      handed.filter(({ within }) => within !== null && names.has(within))
  );
}

/** The text in `["key"]`; null for other parts. */
function keyOf(path: string): string | null {
  return path.startsWith('["') ? String(JSON.parse(path)) : null;
}

/** An item by a text or an attribute is the same in whatever order a value has its items. */
export function isFoundByName({ path }: Read): boolean {
  return path !== null && path.startsWith('["');
}
