// R source to its syntax tree: precedence climbing over the operators of R's own grammar.
import { Cursor } from './cursor';
import { afterFunction, afterKeyword, type Expressions } from './keywords';
import {
  ARGUMENT_POWER,
  binaryPower,
  combine,
  prefixPowers
} from './operators';
import { RSyntaxError, type RArgument, type RNode } from './syntax';
import { tokenise, type RToken } from './tokens';

const CONSTANTS = /^(?:NULL|NA(?:_\w+_)?|TRUE|FALSE|Inf|NaN)$/;
/** Deeper nesting is refused, so that no source overflows the stack. */
const DEPTH_LIMIT = 500;

/** The statements of a source. Throws an `RSyntaxError` at the first place that is no R. */
export function parseR(source: string): readonly RNode[] {
  return new Parser(new Cursor(tokenise(source))).statements('');
}

class Parser implements Expressions {
  constructor(readonly cursor: Cursor) {}

  /** Statements up to a closing bracket, or to the end. */
  statements(closing: string): readonly RNode[] {
    const cursor = this.cursor;
    const found: RNode[] = [];
    for (;;) {
      cursor.skip(({ kind, text }) => kind === 'newline' || text === ';');
      const isEnd = cursor.peek().kind === 'end';
      if (isEnd ? closing === '' : cursor.is(closing)) {
        return found;
      }
      found.push(this.expression(0));
      const { kind } = cursor.peek();
      const isDone =
        kind === 'newline' ||
        kind === 'end' ||
        cursor.is(';') ||
        cursor.is(closing);
      if (!isDone) {
        throw cursor.unexpected();
      }
    }
  }

  expression(power: number): RNode {
    const cursor = this.cursor;
    if (++this._depth > DEPTH_LIMIT) {
      throw new RSyntaxError(cursor.peek().from, 'It is nested too deeply.');
    }
    let node = this._postfix(this._primary());
    for (;;) {
      const { kind, text } = cursor.peek();
      const own = kind === 'operator' ? binaryPower(text) : undefined;
      if (own === undefined || own.power < power) {
        break;
      }
      cursor.next();
      cursor.skipAllLines();
      const operand = this.expression(own.isRight ? own.power : own.power + 1);
      node = combine(text, node, operand);
    }
    this._depth--;
    return node;
  }

  private _primary(): RNode {
    this.cursor.skipLines();
    const token = this.cursor.next();
    const { from, to, text } = token;
    switch (token.kind) {
      case 'name':
        return CONSTANTS.test(text)
          ? { kind: 'constant', text, from, to }
          : this._nameOrQualified(token);
      case 'string':
        return this._isQualified()
          ? this._nameOrQualified(token)
          : { kind: 'string', text, from, to };
      case 'number':
        return { kind: 'number', text, from, to };
      case 'keyword':
        return afterKeyword(this, token);
      case 'operator':
        return this._bracketOrPrefix(token);
      default:
        throw this.cursor.unexpected(token);
    }
  }

  private _isQualified(): boolean {
    return this.cursor.is('::') || this.cursor.is(':::');
  }

  private _nameOrQualified({ from, to, text }: RToken): RNode {
    if (!this._isQualified()) {
      return { kind: 'name', name: text, from, to };
    }
    this.cursor.next();
    const token = this.cursor.next();
    if (token.kind !== 'name' && token.kind !== 'string') {
      throw this.cursor.unexpected(token);
    }
    const name = token.text;
    return { kind: 'qualified', package: text, name, from, to: token.to };
  }

  private _bracketOrPrefix(token: RToken): RNode {
    const cursor = this.cursor;
    const { from, text: operator } = token;
    if (operator === '{') {
      const statements = cursor.within('{', () => this.statements('}'));
      return { kind: 'block', statements, from, to: cursor.before() };
    }
    if (operator === '(') {
      const operands = [cursor.within('(', () => this.expression(0))];
      const to = cursor.before();
      return { kind: 'operator', operator, operands, from, to };
    }
    if (operator === '\\') {
      return afterFunction(this, from);
    }
    const power = prefixPowers.get(operator);
    if (power === undefined) {
      throw cursor.unexpected(token);
    }
    cursor.skipAllLines();
    const operand = this.expression(power);
    const { to } = operand;
    return { kind: 'operator', operator, operands: [operand], from, to };
  }

  /** Calls, indexes and members that follow an expression. */
  private _postfix(start: RNode): RNode {
    const cursor = this.cursor;
    const { from } = start;
    let node = start;
    for (;;) {
      const { kind, text } = cursor.peek();
      if (kind !== 'operator') {
        return node;
      }
      if (text === '(') {
        cursor.next();
        const list = cursor.within('(', () => this.list(')'));
        const to = cursor.before();
        node = { kind: 'call', callee: node, arguments: list, from, to };
      } else if (text === '[' || text === '[[') {
        cursor.next();
        const list = cursor.within(text, () => this.list(']'));
        const to = cursor.before();
        const isDouble = text === '[[';
        const object = node;
        node = { kind: 'index', object, isDouble, arguments: list, from, to };
      } else if (text === '$' || text === '@') {
        cursor.next();
        node = this._member(node, from);
      } else {
        return node;
      }
    }
  }

  private _member(object: RNode, from: number): RNode {
    this.cursor.skipAllLines();
    const { kind, text: name, to } = this.cursor.peek();
    if (kind === 'name' || kind === 'string') {
      this.cursor.next();
      return { kind: 'member', object, name, from, to };
    }
    if (name !== '(') {
      throw this.cursor.unexpected();
    }
    const inner = this._primary();
    const operands = [object, inner];
    return { kind: 'operator', operator: '$', operands, from, to: inner.to };
  }

  /** Arguments up to a closing bracket, which stays. */
  list(closing: string): readonly RArgument[] {
    const cursor = this.cursor;
    const found: RArgument[] = [];
    while (!cursor.is(closing)) {
      const isEmpty = cursor.is(',');
      found.push(
        isEmpty ? { name: null, value: null } : this._argument(closing)
      );
      if (cursor.is(closing)) {
        return found;
      }
      cursor.expect(',');
      if (cursor.is(closing)) {
        found.push({ name: null, value: null });
      }
    }
    return found;
  }

  private _argument(closing: string): RArgument {
    const cursor = this.cursor;
    const start = cursor.at;
    const { kind, text: name } = cursor.next();
    const isNamed = kind === 'name' || kind === 'string';
    if (isNamed && cursor.is('=')) {
      cursor.next();
      const isEmpty = cursor.is(',') || cursor.is(closing);
      return { name, value: isEmpty ? null : this.expression(ARGUMENT_POWER) };
    }
    cursor.at = start;
    return { name: null, value: this.expression(ARGUMENT_POWER) };
  }

  private _depth = 0;
}
