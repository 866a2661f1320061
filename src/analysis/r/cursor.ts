// Goes through the tokens of R code and knows where line ends count: within `{` and outside of brackets alone.
import { RSyntaxError } from './syntax';
import type { RToken } from './tokens';

/** An opening bracket. */
export type Bracket = '(' | '[' | '[[' | '{';

const CLOSINGS: { readonly [Opening in Bracket]: readonly string[] } = {
  '(': [')'],
  '[': [']'],
  '[[': [']', ']'],
  '{': ['}']
};

/** A place among tokens. */
export class Cursor {
  constructor(private readonly _tokens: readonly RToken[]) {}

  /** Index of the next token; can be set back. */
  at = 0;

  /** True within any bracket, of whatever kind. */
  get isWithin(): boolean {
    return this._brackets.length > 0;
  }

  /** The next token that counts. */
  peek(): RToken {
    this.skipLines();
    return this._here();
  }

  /** Takes the next token, a line end too. */
  next(): RToken {
    const token = this._here();
    this.at = Math.min(this.at + 1, this._tokens.length - 1);
    return token;
  }

  /** True when the next token that counts is this operator or bracket. */
  is(text: string): boolean {
    const token = this.peek();
    return token.kind === 'operator' && token.text === text && text !== '';
  }

  skip(isSkipped: (token: RToken) => boolean): void {
    while (this.at < this._tokens.length && isSkipped(this._here())) {
      this.at++;
    }
  }

  /** Skips line ends, whether they count or not. */
  skipAllLines(): void {
    this.skip(token => token.kind === 'newline');
  }

  /** Skips line ends where they mean nothing. */
  skipLines(): void {
    const bracket = this._brackets[this._brackets.length - 1];
    if (bracket !== undefined && bracket !== '{') {
      this.skipAllLines();
    }
  }

  /** What stands between a bracket that was taken and its counterpart, which is taken too. */
  within<Result>(bracket: Bracket, read: () => Result): Result {
    this._brackets.push(bracket);
    const result = read();
    this.skipLines();
    this._brackets.pop();
    CLOSINGS[bracket].forEach(closing => this.expect(closing));
    return result;
  }

  /** The same between round brackets, the opening one included. */
  withinRound<Result>(read: () => Result): Result {
    this.expect('(');
    return this.within('(', read);
  }

  expect(text: string): void {
    this.skipLines();
    const token = this.next();
    if (token.kind !== 'operator' || token.text !== text) {
      throw this.unexpected(token);
    }
  }

  /** Where the token before this one ends. */
  before(): number {
    return this._tokens[this.at - 1]?.to ?? 0;
  }

  unexpected(token = this.peek()): RSyntaxError {
    const shown = token.text.slice(0, 20).replace('\n', 'a line end');
    return new RSyntaxError(
      token.from,
      token.kind === 'end'
        ? 'The code ends too early.'
        : `“${shown}” does not fit here.`
    );
  }

  private _here(): RToken {
    const token = this._tokens[this.at];
    if (token === undefined) {
      throw new RSyntaxError(0, 'There is nothing to read.');
    }
    return token;
  }

  private readonly _brackets: Bracket[] = [];
}
