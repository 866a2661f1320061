// What of the statements of a cell may raise, told so that it stands in any cell where it was seen to go well.

import type { Risk } from '../cell-analysis';

import { knowsModule } from './knowledge';
import type { Syntax } from './syntax';

/** The risks, in order; what a `try` holds, and bodies that wait, count for nothing. */
export function risksOf(source: string, root: Syntax): readonly Risk[] {
  return root.children.flatMap(statement => {
    if (statement.name === 'TryStatement') {
      return [];
    }
    const { from, to } = statement;
    const whole = source.slice(from, to);
    const pending = [statement];
    const found: Risk[] = [];
    for (let node = pending.pop(); node; node = pending.pop()) {
      const what = riskAt(source, node);
      if (what !== null) {
        found.push({ what, statement: whole, from });
      }
      const isWaiting = node.name === 'FunctionDefinition';
      for (const child of node.children) {
        const isSafe =
          /^(?:TryStatement|LambdaExpression)$/.test(child.name) ||
          (isWaiting && child.name === 'Body');
        if (!isSafe) {
          pending.push(child);
        }
      }
    }
    return found;
  });
}

/** Modules that are there, though nothing else is known of them. */
const PRESENT = new Set(
  `abc argparse ast asyncio base64 calendar cmath concurrent contextlib csv ctypes dataclasses datetime difflib email enum gc
  getpass glob gzip html http importlib locale logging multiprocessing numbers pathlib queue shelve shutil signal socket
  sqlite3 ssl subprocess tempfile threading time timeit traceback types unicodedata unittest urllib uuid weakref xml zipfile
  IPython ipywidgets`.split(/\s+/)
);

/** An import of a module of which nothing is known, by the module's name; else only an edit of the statement tells. */
function importRisk(words: readonly string[]): string {
  const isFrom = words[0] === 'from';
  const roots = words.filter((_, at) =>
    isFrom ? at === 1 : words[at - 1] === 'import' || words[at - 1] === ','
  );
  const unknown = roots.filter(
    root => !PRESENT.has(root) && !knowsModule(root)
  );
  return unknown.length === 0 ? '' : `import ${unknown.join(' ')}`;
}

/** What may raise at a node, without the names of variables; empty where only an edit of the statement tells. */
function riskAt(source: string, { name, children }: Syntax): string | null {
  const textOf = (node: Syntax | undefined): string =>
    source.slice(node?.from ?? 0, node?.to ?? 0);
  const [first, second, third] = children;
  const last = children[children.length - 1];
  switch (name) {
    case 'MemberExpression':
      return last?.name === 'PropertyName'
        ? `.${textOf(last)}`
        : third?.name === 'String'
          ? `[${textOf(third)}]`
          : '';
    case 'CallExpression': {
      const callee = textOf(first);
      const given = textOf(second);
      return callee === 'print'
        ? null
        : /^(?:int|float|complex)$/.test(callee) && /^\(\s*['"]/.test(given)
          ? callee + given
          : '';
    }
    case 'BinaryExpression':
      return !/^(?:\/\/?|%)$/.test(textOf(second))
        ? null
        : /^[0.]+$/.test(textOf(third))
          ? '/ 0'
          : '';
    case 'ImportStatement':
      return importRisk(children.map(textOf));
    case 'AssignStatement': {
      const sign = children.findIndex(one => one.name === 'AssignOp');
      const targets = children.slice(0, sign);
      const value = children.slice(sign + 1);
      const count = targets.filter(one => one.name === ',').length + 1;
      const kind = value.map(one => one.name).join(' ');
      return targets.length > 1 && count > 1 ? `${count} = ${kind}` : null;
    }
    default:
      return null;
  }
}
