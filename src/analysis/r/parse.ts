// R source to its syntax tree: precedence climbing over the operators of R's own grammar.
import { Cursor } from './cursor';
import {
  ARGUMENT_POWER,
  binaryPower,
  BODY_POWER,
  combine,
  prefixPowers
} from './operators';
import {
  RSyntaxError,
  type RArgument,
  type RNode,
  type RParameter
} from './syntax';
import { tokenise, type RToken } from './tokens';

const CONSTANTS = /^(?:NULL|NA(?:_\w+_)?|TRUE|FALSE|Inf|NaN)$/;
/** Deeper nesting is refused, so that no source overflows the stack. */
const DEPTH_LIMIT = 500;

/** The statements of a source. Throws an `RSyntaxError` at the first place that is no R. */
export function parseR(source: string): readonly RNode[] {
  return new Parser(new Cursor(tokenise(source))).statements('');
}

class Parser {
  constructor(private readonly _cursor: Cursor) {}

  /** Statements up to a closing bracket, or to the end. */
  statements(closing: string): readonly RNode[] {
    const cursor = this._cursor;
    const found: RNode[] = [];
    for (;;) {
      cursor.skip(({ kind, text }) => kind === 'newline' || text === ';');
      const isEnd = cursor.peek().kind === 'end';
      if (isEnd ? closing === '' : cursor.is(closing)) {
        return found;
      }
      found.push(this._expression(0));
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

  private _expression(power: number): RNode {
    const cursor = this._cursor;
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
      const operand = this._expression(own.isRight ? own.power : own.power + 1);
      node = combine(text, node, operand);
    }
    this._depth--;
    return node;
  }

  private _primary(): RNode {
    this._cursor.skipLines();
    const token = this._cursor.next();
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
        return this._keyword(token);
      case 'operator':
        return this._bracketOrPrefix(token);
      default:
        throw this._cursor.unexpected(token);
    }
  }

  private _isQualified(): boolean {
    return this._cursor.is('::') || this._cursor.is(':::');
  }

  private _nameOrQualified({ from, to, text }: RToken): RNode {
    if (!this._isQualified()) {
      return { kind: 'name', name: text, from, to };
    }
    this._cursor.next();
    const token = this._cursor.next();
    if (token.kind !== 'name' && token.kind !== 'string') {
      throw this._cursor.unexpected(token);
    }
    const name = token.text;
    return { kind: 'qualified', package: text, name, from, to: token.to };
  }

  private _bracketOrPrefix(token: RToken): RNode {
    const cursor = this._cursor;
    const { from, text: operator } = token;
    if (operator === '{') {
      const statements = cursor.within('{', () => this.statements('}'));
      return { kind: 'block', statements, from, to: cursor.before() };
    }
    if (operator === '(') {
      const operands = [cursor.within('(', () => this._expression(0))];
      const to = cursor.before();
      return { kind: 'operator', operator, operands, from, to };
    }
    if (operator === '\\') {
      return this._function(from);
    }
    const power = prefixPowers.get(operator);
    if (power === undefined) {
      throw cursor.unexpected(token);
    }
    cursor.skipAllLines();
    const operand = this._expression(power);
    const { to } = operand;
    return { kind: 'operator', operator, operands: [operand], from, to };
  }

  private _keyword(token: RToken): RNode {
    const { from } = token;
    switch (token.text) {
      case 'function':
        return this._function(from);
      case 'if':
        return this._if(from);
      case 'for': {
        const head = this._cursor.withinRound(() => this._loopHead());
        const body = this._body();
        return { kind: 'for', ...head, body, from, to: body.to };
      }
      case 'while': {
        const condition = this._condition();
        const body = this._body();
        return { kind: 'while', condition, body, from, to: body.to };
      }
      case 'repeat': {
        const body = this._body();
        return { kind: 'repeat', body, from, to: body.to };
      }
      case 'next':
      case 'break':
        return { kind: 'jump', from, to: token.to };
      default:
        throw this._cursor.unexpected(token);
    }
  }

  /** `else` may stand on a later line within brackets alone. */
  private _if(from: number): RNode {
    const cursor = this._cursor;
    const condition = this._condition();
    const then = this._body();
    const start = cursor.at;
    if (cursor.isWithin) {
      cursor.skipAllLines();
    }
    const { kind, text } = cursor.peek();
    if (kind !== 'keyword' || text !== 'else') {
      cursor.at = start;
      const { to } = then;
      return { kind: 'if', condition, then, otherwise: null, from, to };
    }
    cursor.next();
    const otherwise = this._body();
    return { kind: 'if', condition, then, otherwise, from, to: otherwise.to };
  }

  private _loopHead(): { readonly name: string; readonly over: RNode } {
    this._cursor.skipLines();
    const { text: name } = this._cursor.next();
    this._cursor.skipLines();
    const keyword = this._cursor.next();
    if (keyword.text !== 'in') {
      throw this._cursor.unexpected(keyword);
    }
    return { name, over: this._expression(0) };
  }

  private _condition(): RNode {
    return this._cursor.withinRound(() => this._expression(0));
  }

  private _body(): RNode {
    this._cursor.skipAllLines();
    return this._expression(BODY_POWER);
  }

  private _function(from: number): RNode {
    const list = this._cursor.withinRound(() => this._list(')'));
    const parameters = list.map(argument => this._parameter(argument));
    const body = this._body();
    return { kind: 'function', parameters, body, from, to: body.to };
  }

  private _parameter({ name, value }: RArgument): RParameter {
    if (name !== null) {
      return { name, value };
    }
    if (value?.kind !== 'name') {
      throw this._cursor.unexpected();
    }
    return { name: value.name, value: null };
  }

  /** Calls, indexes and members that follow an expression. */
  private _postfix(start: RNode): RNode {
    const cursor = this._cursor;
    const { from } = start;
    let node = start;
    for (;;) {
      const { kind, text } = cursor.peek();
      if (kind !== 'operator') {
        return node;
      }
      if (text === '(') {
        cursor.next();
        const list = cursor.within('(', () => this._list(')'));
        const to = cursor.before();
        node = { kind: 'call', callee: node, arguments: list, from, to };
      } else if (text === '[' || text === '[[') {
        cursor.next();
        const list = cursor.within(text, () => this._list(']'));
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
    this._cursor.skipAllLines();
    const { kind, text: name, to } = this._cursor.peek();
    if (kind === 'name' || kind === 'string') {
      this._cursor.next();
      return { kind: 'member', object, name, from, to };
    }
    if (name !== '(') {
      throw this._cursor.unexpected();
    }
    const inner = this._primary();
    const operands = [object, inner];
    return { kind: 'operator', operator: '$', operands, from, to: inner.to };
  }

  /** Arguments up to a closing bracket, which stays. */
  private _list(closing: string): readonly RArgument[] {
    const cursor = this._cursor;
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
    const cursor = this._cursor;
    const start = cursor.at;
    const { kind, text: name } = cursor.next();
    const isNamed = kind === 'name' || kind === 'string';
    if (isNamed && cursor.is('=')) {
      cursor.next();
      const isEmpty = cursor.is(',') || cursor.is(closing);
      return { name, value: isEmpty ? null : this._expression(ARGUMENT_POWER) };
    }
    cursor.at = start;
    return { name: null, value: this._expression(ARGUMENT_POWER) };
  }

  private _depth = 0;
}
