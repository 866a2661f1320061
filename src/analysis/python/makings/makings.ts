// How the values of a cell's names are put together: its statements one after the other, each with what is made by then.

import type { Effect } from '../../effect';
import type { Making } from '../../making';

import { attributePart, labelOf } from '../access';
import { methodKind } from '../knowledge';
import type { Syntax } from '../syntax';
import { assignmentOf, callOf, nodesIn, rootOf, textOf } from '../syntax-words';

import { columnChanged } from './columns-changed';
import { Expressions } from './expressions';
import { labelsMade } from './labels-made';
import type { Outline } from './outlines';
import { changedInPlace } from './table-methods';

/** By name, how its value is put together after the cell, for those that it binds or changes. */
export function makingsOf(
  source: string,
  root: Syntax,
  outlines: readonly Outline[],
  effects: readonly Effect[]
): ReadonlyMap<string, Making> {
  const search = new Search(source, effects);
  root.children.forEach((node, at) => {
    const outline = outlines[at];
    if (outline?.from === node.from) {
      search.visit(node, outline.writes);
    }
  });
  return search.made;
}

const OPEN: Making = { kind: 'open' };

class Search {
  constructor(
    private readonly source: string,
    effects: readonly Effect[]
  ) {
    this.expressions = new Expressions(source, effects, name =>
      this.stands(name)
    );
  }

  visit(node: Syntax, writes: readonly string[]): void {
    const told = this.told(node);
    told.forEach(({ kind }, name) => {
      if (kind === 'with' && takesOut(this.source, node, name)) {
        told.set(name, OPEN);
      }
    });
    for (const name of writes) {
      if (!told.has(name)) {
        this.made.set(name, OPEN);
      }
    }
    told.forEach((making, name) => this.made.set(name, making));
  }

  /** What a statement is told to leave, by name; what has two names may be changed by either. */
  private told(node: Syntax): Map<string, Making> {
    const told = new Map<string, Making>();
    switch (node.name) {
      case 'ImportStatement': {
        const text = textOf(this.source, node);
        for (const { name, from, to } of node.children) {
          if (name === 'VariableName') {
            const word = this.source.slice(from, to);
            told.set(word, { kind: 'imported', text: `${text} ${word}` });
          }
        }
        break;
      }
      case 'AssignStatement':
        this.assign(node, told);
        break;
      case 'UpdateStatement':
        this.changeColumn(node, told);
        break;
      case 'ExpressionStatement':
        this.changeByCall(node, told);
        this.changeColumn(node, told);
        break;
      case 'DeleteStatement':
        this.deletePart(node, told);
        break;
    }
    return told;
  }

  private assign(node: Syntax, told: Map<string, Making>): void {
    const { targets, values, isSpread } = assignmentOf(node);
    const [value, ...others] = values;
    const plain = targets.filter(({ name }) => name !== 'TypeDef');
    if (!value || others.length > 0 || isSpread) {
      return;
    }
    const making = this.expressions.making(value);
    if (value.name === 'VariableName') {
      told.set(textOf(this.source, value), OPEN);
    }
    const isShared = plain.length > 1 || value.name === 'VariableName';
    for (const target of plain) {
      if (target.name === 'VariableName') {
        told.set(textOf(this.source, target), isShared ? OPEN : making);
      } else {
        this.assignPart(target, value, told);
      }
    }
    const [only] = targets;
    if (
      only?.name === 'MemberExpression' &&
      targets.length === 1 &&
      told.size === 0
    ) {
      this.changeColumn(node, told);
    }
  }

  /** `df["a"] = …`, `df.a = …`, `df.columns = …`, `df.index = …` */
  private assignPart(
    target: Syntax,
    assigned: Syntax,
    told: Map<string, Making>
  ): void {
    const value = this.expressions.making(assigned);
    const [owner, sign, last, end] = target.children;
    const isOfName = owner?.name === 'VariableName';
    const name = isOfName ? textOf(this.source, owner) : null;
    const table = name === null ? OPEN : (told.get(name) ?? this.stands(name));
    if (name === null || target.name !== 'MemberExpression' || !last) {
      return;
    }
    const part = sign?.name === '.' ? textOf(this.source, last) : null;
    if (part === 'columns') {
      const labels = labelsMade(this.source, assigned, value);
      told.set(name, { kind: 'relabelled', table, labels });
      return;
    }
    if (part === 'index') {
      told.set(name, { kind: 'reindexed', table, rows: value });
      return;
    }
    const isItem = part === null && end?.name === ']';
    const label = isItem
      ? labelOf(this.source, last)
      : part !== null && methodKind(part) === undefined
        ? attributePart(part)
        : null;
    if (label !== null) {
      const entry = { label, value };
      const isAttribute = !isItem;
      told.set(name, { kind: 'with', table, entry, at: null, isAttribute });
    }
  }

  private changeByCall(node: Syntax, told: Map<string, Making>): void {
    const call = callOf(this.source, node.children[0]);
    const name = call?.owner ? rootOf(this.source, call.owner) : null;
    if (call?.owner?.name === 'VariableName' && name !== null) {
      const table = this.stands(name);
      const changed = changedInPlace(this.source, call, table, value =>
        this.expressions.making(value)
      );
      if (changed) {
        told.set(name, changed);
      }
    }
  }

  /** `df["a"] += 1` and the like. */
  private changeColumn(node: Syntax, told: Map<string, Making>): void {
    const changed = columnChanged(node, this.expressions);
    if (changed) {
      const { name, label, value } = changed;
      told.set(name, {
        kind: 'with',
        table: this.stands(name),
        entry: { label, value },
        at: null,
        isAttribute: false,
        isInside: true
      });
    }
  }

  /** `del df["a"]` */
  private deletePart({ children }: Syntax, told: Map<string, Making>): void {
    const [, target, ...others] = children;
    const [owner, sign, key, end] = target?.children ?? [];
    const label =
      owner?.name === 'VariableName' && sign?.name === '[' && end?.name === ']'
        ? labelOf(this.source, key)
        : null;
    if (owner && label !== null && others.length === 0) {
      const name = textOf(this.source, owner);
      const table = this.stands(name);
      const labels = [label];
      told.set(name, { kind: 'columns', table, labels, isWithout: true });
    }
  }

  /** What a name stands for by now. */
  private stands(name: string): Making {
    let making = this.made.get(name) ?? this.found.get(name);
    if (!making) {
      making = { kind: 'found', name };
      this.found.set(name, making);
    }
    return making;
  }

  readonly made = new Map<string, Making>();
  private readonly found = new Map<string, Making>();
  private readonly expressions: Expressions;
}

/** True for `df["a"] = df.pop("b")`: more than one thing of the table is changed. */
function takesOut(source: string, node: Syntax, table: string): boolean {
  return nodesIn(node).some(one => {
    const { owner, word = '' } = callOf(source, one) ?? {};
    const isOfTable =
      owner?.name === 'VariableName' && textOf(source, owner) === table;
    const isItself = one === node.children[0];
    return (
      isOfTable &&
      !isItself &&
      /^(?:changing|silent)$/.test(methodKind(word) ?? '')
    );
  });
}
