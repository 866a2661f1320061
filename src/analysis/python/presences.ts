// What a cell shows that hangs on whether a file is there: answers that it shows, and texts that it prints in one case alone.

import type { Presence } from '../presence';

import { stringContent } from './access';
import { clausesOf } from './clauses';
import type { Syntax } from './syntax';
import {
  callOf,
  callsIn,
  lastStatement,
  statementsOf,
  textOf,
  withoutParentheses
} from './syntax-words';

const ASKING = /^(?:l?exists|isfile|isdir|is_file|is_dir)$/;
const NAMING = /^(?:Path|PurePath|str|join|abspath|expanduser)$/;
/** Errors that tell that something is there, and that it is not. */
const THERE = /\bFileExistsError\b/;
const LACKING = /\bFileNotFoundError\b/;

/** The questions of a cell, in the order in which they stand; `constants` are texts that it gives names to. */
export function presencesOf(
  source: string,
  root: Syntax,
  constants: ReadonlyMap<string, string>
): readonly Presence[] {
  return /exists|is_?file|is_?dir|File(?:Exists|NotFound)Error/i.test(source)
    ? new Search(source, constants).visitCell(root)
    : [];
}

class Search {
  constructor(
    private readonly source: string,
    private readonly constants: ReadonlyMap<string, string>
  ) {}

  visitCell(root: Syntax): readonly Presence[] {
    for (const statement of statementsOf(root)) {
      this.visitStatement(statement);
    }
    const end = lastStatement(root);
    if (end?.name === 'ExpressionStatement' && end.children.length === 1) {
      this.noteAnswer(end.children[0]);
    }
    return this.found;
  }

  private visitStatement(node: Syntax): void {
    if (node.name === 'IfStatement') {
      this.visitIf(node);
    } else if (node.name === 'TryStatement') {
      this.visitTry(node);
    } else if (node.name === 'ExpressionStatement') {
      const call = callOf(this.source, node.children[0]);
      if (call?.owner === null && call.word === 'print') {
        call.given.forEach(one => this.noteAnswer(one));
      }
    }
  }

  /** An answer that shows as it is. */
  private noteAnswer(node: Syntax | undefined): void {
    const path = node ? this.askedBy(node) : null;
    if (path !== null) {
      const ifNew = ['False'];
      this.found.push({ path, ifNew, ifThere: ['True'], isMade: false });
    }
  }

  private visitIf(node: Syntax): void {
    const [first, second, ...more] = clausesOf(node);
    const [test, ...rest] = first?.header ?? [];
    if (!first || !test || rest.length + more.length > 0) {
      return;
    }
    const inner = withoutParentheses(test);
    const isNot =
      inner.name === 'UnaryExpression' && inner.children[0]?.name === 'not';
    const asked = isNot ? inner.children[1] : inner;
    const path = asked ? this.askedBy(asked) : null;
    const other = second?.keyword === 'else' ? second.body : undefined;
    if (path !== null && (!second || other)) {
      this.noteCases(
        path,
        isNot ? first.body : other,
        isNot ? other : first.body
      );
    }
  }

  /** `try: os.mkdir(path)`, with a handler for the case that it is there; or one that reads, for the case that it is not. */
  private visitTry(node: Syntax): void {
    const [first, ...others] = clausesOf(node);
    const handlers = others.filter(({ keyword }) => keyword === 'except');
    const [handler] = handlers;
    if (!first || !handler || handlers.length > 1) {
      return;
    }
    const header = handler.header
      .map(one => textOf(this.source, one))
      .join(' ');
    const path = this.openedIn(first.body);
    if (path !== null && THERE.test(header)) {
      this.noteCases(path, first.body, handler.body, true);
    } else if (path !== null && LACKING.test(header)) {
      this.noteCases(path, handler.body, first.body);
    }
  }

  private noteCases(
    path: string,
    ifNew: Syntax | undefined,
    ifThere: Syntax | undefined,
    isMade = this.isUsedIn(ifNew, path)
  ): void {
    const fresh = this.wordsPrintedIn(ifNew);
    const others = this.wordsPrintedIn(ifThere);
    this.found.push({
      path,
      ifNew: fresh.filter(word => !others.includes(word)),
      ifThere: others.filter(word => !fresh.includes(word)),
      isMade
    });
  }

  /** The path of `os.path.exists(path)` or `path.exists()`; null for what is no such question. */
  private askedBy(node: Syntax): string | null {
    const call = callOf(this.source, node);
    if (!call || !ASKING.test(call.word)) {
      return null;
    }
    const [given, ...more] = call.given;
    return given && more.length === 0
      ? this.pathOf(given)
      : !given && call.owner
        ? this.pathOf(call.owner)
        : null;
  }

  /** The one path that the calls of a body open or make. */
  private openedIn(body: Syntax): string | null {
    for (const { word, owner, given } of callsIn(this.source, body)) {
      if (/^(?:open|mkdir|makedirs|touch)$/.test(word)) {
        const isMethod = owner && textOf(this.source, owner) !== 'os';
        const place = isMethod ? owner : given[0];
        return place ? this.pathOf(place) : null;
      }
    }
    return null;
  }

  /** True where a call that does not only print or ask is handed the path. */
  private isUsedIn(body: Syntax | undefined, path: string): boolean {
    return callsIn(this.source, body).some(
      ({ word, owner, given }) =>
        !ASKING.test(word) &&
        !/^(?:print|remove)$/.test(word) &&
        [...given, ...(owner ? [owner] : [])].some(
          one => this.pathOf(one) === path
        )
    );
  }

  /** Words of the constant texts that a body prints, but for those that it hands to others as well, which may be read back. */
  private wordsPrintedIn(body: Syntax | undefined): readonly string[] {
    const printed = new Set<string>();
    const handed = new Set<string>(['']);
    for (const { word, owner, given } of callsIn(this.source, body)) {
      const words = owner === null && word === 'print' ? printed : handed;
      for (const one of given) {
        const text = stringContent(textOf(this.source, one));
        text?.split(SEPARATORS).forEach(part => words.add(part));
      }
    }
    return [...printed].filter(word => !handed.has(word));
  }

  /** What a constant expression of a path comes to. */
  private pathOf(node: Syntax): string | null {
    const inner = withoutParentheses(node);
    switch (inner.name) {
      case 'String':
        return stringContent(textOf(this.source, inner));
      case 'VariableName':
        return this.named(textOf(this.source, inner));
      case 'BinaryExpression': {
        const [left, sign, right] = inner.children;
        const isJoin = sign && textOf(this.source, sign) === '/';
        return isJoin && left && right ? this.joined([left, right]) : null;
      }
      default: {
        const call = callOf(this.source, inner);
        return call && NAMING.test(call.word) ? this.joined(call.given) : null;
      }
    }
  }

  /** What the cell gives the name, or a place for what another cell gave it. */
  private named(name: string): string {
    return this.constants.get(name) ?? `{${name}}`;
  }

  private joined(parts: readonly Syntax[]): string | null {
    const paths = parts.map(part => this.pathOf(part));
    return paths.length > 0 && paths.every(one => one !== null)
      ? paths.join('/')
      : null;
  }

  private readonly found: Presence[] = [];
}

/** What stands between words, as those of outputs are cut. */
const SEPARATORS = /[\s'",()[\]{}<>]+/;
