// Values of which a function looks at no more than what is in them, whatever their order.

import { childNamed, type Syntax } from '../syntax';
import {
  assignmentOf,
  type Assignment,
  callOf,
  keywordOf,
  nodesIn,
  statementsOf,
  textOf
} from '../syntax-words';
import type { Looks } from './looks';

const MAKING = /^(?:Call|ArrayComprehension)Expression$/;
/** What comes with places, or is one text: there it hangs on the order which element is where. */
const PLACING = /\b(?:enumerate|zip|next|join)\b/;
/** Behind a name: a part of its value, a method of it. */
const PART = /^\s*[.[]/;

/** Asks for the values of a cell's functions. */
export class LocalValues {
  constructor(
    private readonly source: string,
    private readonly looks: () => Looks
  ) {}

  /** True for an assignment in a function which gives a value to a name that nobody asks for its order. */
  isOrderless(
    around: Syntax,
    node: Syntax,
    { targets, values }: Assignment
  ): boolean {
    const [target] = targets;
    const [value] = values;
    if (
      targets.length !== 1 ||
      values.length !== 1 ||
      target?.name !== 'VariableName' ||
      !value ||
      !MAKING.test(value.name) ||
      PLACING.test(textOf(this.source, value))
    ) {
      return false;
    }
    const body = childNamed(around, 'Body');
    return (
      body !== undefined &&
      this.isBlind(body, node, textOf(this.source, target))
    );
  }

  /** Follows the name to where it is put in order, or gets another value; in a branch or a loop, through all of the body. */
  private isBlind(body: Syntax, assignment: Syntax, name: string): boolean {
    if (this.isShared(body, name)) {
      return false;
    }
    const statements = statementsOf(body);
    const at = statements.indexOf(assignment);
    if (at < 0) {
      const [target] = assignmentOf(assignment).targets;
      return this.named(body, name).every(
        one => one === target || this.isBlindAt(one)
      );
    }
    for (const statement of statements.slice(at + 1)) {
      if (this.sorts(statement, name)) {
        return true;
      }
      const renewed = this.renewedBy(statement, name);
      const seen = this.named(statement, name);
      if (!seen.every(one => one === renewed || this.isBlindAt(one))) {
        return false;
      }
      if (renewed) {
        return true;
      }
    }
    return true;
  }

  /** `global words` */
  private isShared(body: Syntax, name: string): boolean {
    return (
      /\b(?:global|nonlocal)\b/.test(textOf(this.source, body)) &&
      nodesIn(body).some(
        one => one.name === 'ScopeStatement' && this.named(one, name).length > 0
      )
    );
  }

  /** `words.sort()`; with a key, those that have the same one stay as they stand. */
  private sorts(statement: Syntax, name: string): boolean {
    const [only] = statement.children;
    const call =
      statement.name === 'ExpressionStatement'
        ? callOf(this.source, only)
        : null;
    return (
      call?.word === 'sort' &&
      call.owner?.name === 'VariableName' &&
      textOf(this.source, call.owner) === name &&
      !keywordOf(this.source, call.list, 'key')
    );
  }

  private renewedBy(statement: Syntax, name: string): Syntax | null {
    const { targets } =
      statement.name === 'AssignStatement'
        ? assignmentOf(statement)
        : { targets: [] };
    const [target] = targets;
    return targets.length === 1 &&
      target?.name === 'VariableName' &&
      textOf(this.source, target) === name
      ? target
      : null;
  }

  private named(node: Syntax, name: string): readonly Syntax[] {
    return textOf(this.source, node).includes(name)
      ? nodesIn(node).filter(
          one =>
            one.name === 'VariableName' && textOf(this.source, one) === name
        )
      : [];
  }

  private isBlindAt({ from, to }: Syntax): boolean {
    return !PART.test(this.source.slice(to)) && this.looks().at.has(from);
  }
}
