// What waits in the definitions of a cell that remembers former calls.

import type { Keeping } from '../keeping';

import { childNamed, type Syntax } from './syntax';
import { callOf, isItem, rootOf, textOf } from './syntax-words';

const DEFINITION = /^(?:Function|Class)Definition$/;
const CHANGEABLE = /^(?:Array|Dictionary|Set)(?:Comprehension)?Expression$/;
const MAKING = /^(?:list|dict|set|deque|defaultdict|Counter)$/;
const ADDING = /^(?:append|add|update|setdefault|pop)$/;
const ASKING = /^cache_(?:info|parameters)$/;

/** Looks through the tree of a cell. */
export function keepingOf(source: string, root: Syntax): Keeping {
  const search = new KeepingSearch(source, root);
  const { decorators, defaults, keepers, closures, mentioned, others } = search;
  const asked = [...mentioned].filter(name => !others.has(name));
  return { decorators, defaults, keepers, closures, asked: new Set(asked) };
}

/** A node, the definitions that it waits in, and the classes among them. */
type Waiting = {
  readonly node: Syntax;
  readonly around: readonly string[];
  readonly classes: readonly string[];
  /** The functions, those around before those in them. */
  readonly functions: readonly Syntax[];
};

class KeepingSearch {
  constructor(
    private readonly source: string,
    root: Syntax
  ) {
    const pending: Waiting[] = [
      { node: root, around: [], classes: [], functions: [] }
    ];
    for (let next = pending.pop(); next; next = pending.pop()) {
      const { node, around, classes, functions } = next;
      const own = DEFINITION.test(node.name) ? this.nameOf(node) : null;
      this.note(node, next);
      const inside = {
        around: own === null ? around : [...around, own],
        classes:
          node.name === 'ClassDefinition' ? [...classes, own ?? ''] : classes,
        functions:
          node.name === 'FunctionDefinition' ? [...functions, node] : functions
      };
      const first = this.asksCache(node) ? 1 : 0;
      for (const child of node.children.slice(first)) {
        pending.push({ node: child, ...inside });
      }
    }
  }

  private note(node: Syntax, { around, classes, functions }: Waiting): void {
    if (node.name === 'FunctionDefinition') {
      this.noteDefaults(this.nameOf(node), childNamed(node, 'ParamList'));
    } else if (node.name === 'DecoratedStatement') {
      this.noteDecorators(node, classes);
    } else if (node.name === 'VariableName') {
      this.others.add(textOf(this.source, node));
    } else if (this.keeps(node)) {
      around.forEach(one => this.keepers.add(one));
      if (classes.length === 0 && isOfAround(this.source, node, functions)) {
        this.closures.add(around[0] ?? '');
      }
    }
  }

  /** `f.cache_info` */
  private asksCache({ name, children }: Syntax): boolean {
    const [owner, sign, last] = children;
    if (
      name !== 'MemberExpression' ||
      owner?.name !== 'VariableName' ||
      sign?.name !== '.' ||
      !last ||
      !ASKING.test(textOf(this.source, last))
    ) {
      return false;
    }
    this.mentioned.add(textOf(this.source, owner));
    return true;
  }

  private nameOf(definition: Syntax): string {
    const name = childNamed(definition, 'VariableName');
    return name ? textOf(this.source, name) : '';
  }

  private noteDecorators(
    { children }: Syntax,
    classes: readonly string[]
  ): void {
    const names = children
      .filter(({ name }) => name === 'Decorator')
      .map(one => this.decoratorName(one));
    const definition = children.find(({ name }) => DEFINITION.test(name));
    const owners =
      definition?.name === 'FunctionDefinition'
        ? [...classes, this.nameOf(definition)]
        : classes;
    for (const owner of owners) {
      const known = this.decorators.get(owner) ?? [];
      this.decorators.set(owner, [...known, ...names]);
    }
  }

  /** `@ a . b ( … )` without what it is called with. */
  private decoratorName({ children }: Syntax): string {
    return children
      .filter(({ name }) => !/^(?:At|ArgList)$/.test(name))
      .map(one => textOf(this.source, one))
      .join('');
  }

  private noteDefaults(name: string, list: Syntax | undefined): void {
    const changeable: string[] = [];
    let parameter = '';
    list?.children.forEach((child, at) => {
      const isValue = list.children[at - 1]?.name === 'AssignOp';
      const call = isValue ? callOf(this.source, child) : null;
      if (
        isValue &&
        (CHANGEABLE.test(child.name) || MAKING.test(call?.word ?? ''))
      ) {
        changeable.push(parameter);
      } else if (child.name === 'VariableName') {
        parameter = textOf(this.source, child);
      }
    });
    if (changeable.length > 0) {
      this.defaults.set(name, changeable);
    }
  }

  private keeps(node: Syntax): boolean {
    const [first] = node.children;
    const call = callOf(this.source, node);
    return (
      node.name === 'UpdateStatement' ||
      (node.name === 'ScopeStatement' && first?.name === 'nonlocal') ||
      (node.name === 'AssignStatement' && isItem(first)) ||
      (call?.owner !== null && call !== null && ADDING.test(call.word))
    );
  }

  readonly decorators = new Map<string, readonly string[]>();
  readonly defaults = new Map<string, readonly string[]>();
  readonly keepers = new Set<string>();
  readonly closures = new Set<string>();
  readonly mentioned = new Set<string>();
  readonly others = new Set<string>();
}

/** True where a function changes what the one around it binds. */
function isOfAround(
  source: string,
  node: Syntax,
  functions: readonly Syntax[]
): boolean {
  const [around, inner] = functions.slice(-2);
  if (!around || !inner) {
    return false;
  }
  if (node.name === 'ScopeStatement') {
    return true;
  }
  const owner = callOf(source, node)?.owner ?? node.children[0];
  const name = rootOf(source, owner);
  return (
    name !== null &&
    binds(source, around, name) &&
    !binds(source, inner, name) &&
    !isCached(source, node, name)
  );
}

/** True for `cache[n] = f(n)`: whoever asks again gets the same, unless what is put there hangs on what was. */
function isCached(
  source: string,
  { name: kind, children }: Syntax,
  name: string
): boolean {
  const value = children[children.length - 1];
  return (
    kind === 'AssignStatement' &&
    value !== undefined &&
    !new RegExp(`(?<![\\w.])${name}(?!\\w)`).test(textOf(source, value))
  );
}

/** True for a parameter of a function, and for what a line of it gives a value; `name` is a word. */
function binds(source: string, node: Syntax, name: string): boolean {
  const list = childNamed(node, 'ParamList');
  const isGiven = list?.children.some(
    one => one.name === 'VariableName' && textOf(source, one) === name
  );
  return (
    isGiven === true ||
    new RegExp(`^\\s*${name}\\s*=(?!=)`, 'm').test(textOf(source, node))
  );
}
