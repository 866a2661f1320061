// What one walk over R code collects, and which names are bound where it stands.
import type { Import, Unanalysed } from '../cell-analysis';
import type {
  Binding,
  BindingKind,
  Range,
  Reference,
  Update
} from '../name-uses';
import type { Definition, Handover, HeldCode } from '../definition';
import type { Effect, FileAccess } from '../effect';
import { rNames } from './names';
import type { RArgument, RNode } from './syntax';

/** A cell or the body of a function. */
export class Frame {
  readonly bindings: Omit<Binding, 'isCertain'>[] = [];
  readonly references: Reference[] = [];
  /** R's own names that are looked up in the notebook first. */
  readonly builtins = new Set<string>();
  readonly updates: Update[] = [];
  readonly deletes = new Set<string>();
  readonly definitions: Definition[] = [];
  readonly calls = new Set<string>();
  readonly imports: Import[] = [];
  readonly handovers: Handover[] = [];
  readonly heldCode: HeldCode[] = [];
  /** Names that are given what a call gave, with the function that was called. */
  readonly given = new Map<string, string>();
  /** What picks a method after the class of what it is given. */
  readonly generics = new Set<string>();
  /** Names of which it is asked whether they are there. */
  readonly asked = new Set<string>();
  /** Names that were surely removed, and not bound again. */
  readonly gone = new Set<string>();
  /** Bodies of functions that are surely bound, by name. */
  readonly bodies = new Map<string, Frame>();
  /** Bodies of the functions that stand in it. */
  readonly nested = new Map<RNode, Frame>();
  /** The texts that loops give their variables, one after the other. */
  readonly turns = new Map<string, readonly string[]>();
  /** Offsets of readings of the clock of which dates are made. */
  readonly days = new Set<number>();
  /** Names of what `options` gave back: the options that it set. */
  readonly saved = new Map<string, readonly string[]>();
  /** The call in which the walk stands: what its own functions do is done there. */
  calledAt: Range | null = null;
  /** Names of its own functions that run where the walk stands. */
  readonly running = new Set<string>();
  /** Names of bodies around it that it sets. */
  readonly outward = new Set<string>();
  /** Parameters of which it sets parts under their names. */
  readonly changed = new Set<string>();
  readonly effects: Effect[] = [];
  readonly files: FileAccess[] = [];
  readonly unanalysed: Unanalysed[] = [];
  /** Names that the body binds outside of itself, with the place where it does. */
  readonly globals = new Map<string, Range>();
  bindsUnknown = false;
  /** Names whose last binding assigned a constant. */
  readonly literals = new Set<string>();
  /** Names that are surely bound where the walk stands. */
  bound: ReadonlySet<string>;
  /** True once something was attached where names are looked for that nobody bound. */
  hasAttached = false;
  /** Over 0 where some way through the code does not pass, or a name may be a column's. */
  doubt = 0;

  constructor(
    readonly parent: Frame | null,
    /** Visits an expression within a frame. */
    private readonly _visit: (frame: Frame, node: RNode) => void,
    private readonly _parameters: readonly string[] = []
  ) {
    this.bound = new Set(_parameters);
  }

  /** Visits an expression of this frame; nothing where there is none. */
  visit(node: RNode | null | undefined): void {
    if (node) {
      this._visit(this, node);
    }
  }

  visitAll(list: readonly RArgument[]): void {
    list.forEach(({ value }) => this.visit(value));
  }

  /** A frame for a body within this one. */
  body(parameters: readonly string[]): Frame {
    return new Frame(this, this._visit, parameters);
  }

  /** Notes a change of a value that has other names, as those of data.table and environments. */
  changeInPlace(
    name: string,
    range: Range,
    certainty: Update['certainty']
  ): void {
    const path = null;
    this.update({ name, range, path, certainty, isReplacement: false });
  }

  /** Notes that a value is handed to a function of the notebook, or is what is called itself. */
  handOver(
    callee: string,
    method: string | null,
    place: number | string,
    range: Range,
    name = callee
  ): void {
    if (!this.bound.has(name)) {
      const path = null;
      this.handovers.push({ callee, method, name, path, place, range });
    }
  }

  /** Whether a function of the cell has a name, where the walk stands or around it. */
  hasBody(name: string): boolean {
    return this.bodies.has(name) || (this.parent?.hasBody(name) ?? false);
  }

  /** Notes that a method is called of what a parameter receives. */
  handParameter(parameter: string, method: string, range: Range): void {
    const place = this._parameters.indexOf(parameter);
    if (place >= 0) {
      this.handovers.push({
        callee: null,
        method,
        name: parameter,
        path: null,
        place: 0,
        range,
        from: { parameter, place, method: null }
      });
    }
  }

  /** Notes a library of which something is used. */
  load(module: string, range: Range): void {
    this.imports.push({ module, name: null, dotted: module, range });
  }

  /** Binds a name; `=` and `<-` in a body bind its own. */
  bind(name: string, kind: BindingKind, range: Range): void {
    this.bindings.push({ name, kind, range });
    this.deletes.delete(name);
    this.gone.delete(name);
    this.bodies.delete(name);
    this.given.delete(name);
    this.bound = new Set(this.bound).add(name);
  }

  /** Notes whether the value that a name was just bound to is a constant. */
  noteLiteral(name: string, isLiteral: boolean): void {
    if (isLiteral) {
      this.literals.add(name);
    } else {
      this.literals.delete(name);
    }
  }

  /** Reads a name, or a part of its value. */
  read(name: string, range: Range, path: string | null = null): void {
    if (this.bound.has(name) || this.gone.has(name)) {
      return;
    }
    if (rNames.has(name) || /^\.\.\d+$|^\.\.\.$/.test(name)) {
      if (path === null) {
        this.builtins.add(name);
      } else {
        // A table of R's own, or one of the user's that is called as a function of R is: `df`, `data`.
        this.references.push({ name, range, path, isCertain: false });
      }
      return;
    }
    const isCertain = this.doubt === 0 && !this.hasAttached;
    this.references.push({ name, range, path, isCertain });
  }

  /** Changes a value in place, or replaces a part of it. */
  update(update: Update): void {
    if (!this.bound.has(update.name)) {
      this.updates.push(update);
    }
  }

  /** Asks whether a name is there, whatever its value is. */
  ask(name: string): void {
    if (!this.bound.has(name) && !this.gone.has(name)) {
      this.asked.add(name);
    }
  }

  /** Notes that somebody calls a name that is not the frame's own. */
  call(name: string): void {
    if (!this.bound.has(name) && !rNames.has(name)) {
      this.calls.add(name);
    }
  }

  remove(name: string): void {
    const bound = new Set(this.bound);
    bound.delete(name);
    this.bound = bound;
    this.deletes.add(name);
    this.bodies.delete(name);
    if (this.doubt === 0) {
      this.gone.add(name);
    }
  }

  /** Walks something that may not be passed; what it binds is not sure afterwards. */
  maybe(walk: () => void): void {
    const before = this.bound;
    this.doubt++;
    walk();
    this.doubt--;
    this.bound = before;
  }

  /** Walks two ways of which one is taken; what both bind is sure. */
  either(first: () => void, second: () => void): void {
    const before = this.bound;
    this.doubt++;
    first();
    const afterFirst = this.bound;
    this.bound = before;
    second();
    this.doubt--;
    const afterSecond = this.bound;
    this.bound = new Set([...afterFirst].filter(name => afterSecond.has(name)));
  }
}
