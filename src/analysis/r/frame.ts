// What one walk over R code collects, and which names are bound where it stands.
import type { Import, Unanalysed } from '../cell-analysis';
import type {
  Binding,
  BindingKind,
  Range,
  Reference,
  Update
} from '../name-uses';
import type { Definition } from '../definition';
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
  /** Over 0 where some way through the code does not pass, or a name may be a column's. */
  doubt = 0;

  constructor(
    readonly parent: Frame | null,
    /** Visits an expression within a frame. */
    private readonly _visit: (frame: Frame, node: RNode) => void,
    parameters: readonly string[] = []
  ) {
    this.bound = new Set(parameters);
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

  /** Notes a library of which something is used. */
  load(module: string, range: Range): void {
    this.imports.push({ module, name: null, dotted: module, range });
  }

  /** Binds a name; `=` and `<-` in a body bind its own. */
  bind(name: string, kind: BindingKind, range: Range): void {
    this.bindings.push({ name, kind, range });
    this.deletes.delete(name);
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
    if (this.bound.has(name)) {
      return;
    }
    if (rNames.has(name) || /^\.\.\d+$|^\.\.\.$/.test(name)) {
      this.builtins.add(name);
      return;
    }
    this.references.push({ name, range, path, isCertain: this.doubt === 0 });
  }

  /** Changes a value in place, or replaces a part of it. */
  update(update: Update): void {
    if (!this.bound.has(update.name)) {
      this.updates.push(update);
    }
  }

  remove(name: string): void {
    const bound = new Set(this.bound);
    bound.delete(name);
    this.bound = bound;
    this.deletes.add(name);
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
