// Which names a cell calls, handles and sets things by.

import type { Handling } from '../handling';

import type { Syntax } from './syntax';
import { assignmentOf, callOf, nodesIn, rootOf, textOf } from './syntax-words';

/** `np.seterr(…)`, `locale.setlocale(…)`, `init_printing()`. */
const SETTING =
  /^(?:(?:re)?set\w*|init\w*|configure\w*|config|register\w*|enable\w*|disable\w*|install\w*|use\w*|basicConfig|addLevelName|monkeypatch\w*)$/;

/** Looks through the tree of a cell. */
export function handlingOf(source: string, root: Syntax): Handling {
  const callees = new Set<string>();
  const handled = new Set<string>();
  const setters = new Set<string>();
  const add = (names: Set<string>, node: Syntax | undefined): void => {
    const name = rootOf(source, node);
    if (name !== null) {
      names.add(name);
    }
  };
  for (const node of nodesIn(root)) {
    const [first] = node.children;
    if (node.name === 'CallExpression' && first?.name === 'VariableName') {
      callees.add(textOf(source, first));
    } else if (node.name === 'ExpressionStatement') {
      const call = callOf(source, first);
      add(handled, call?.owner ?? undefined);
      if (call && SETTING.test(call.word)) {
        add(setters, first?.children[0]);
      }
    } else if (/^(?:Assign|Update)Statement$/.test(node.name)) {
      const isUpdate = node.name === 'UpdateStatement';
      const targets = isUpdate ? [first] : assignmentOf(node).targets;
      for (const target of targets) {
        if (target && (isUpdate || target.name === 'MemberExpression')) {
          add(handled, target);
          add(setters, calleeIn(target));
        }
      }
    }
  }
  return { callees, handled, setters };
}

/** `decimal.getcontext` of `decimal.getcontext().prec`. */
function calleeIn(target: Syntax): Syntax | undefined {
  let at: Syntax | undefined = target;
  while (at?.name === 'MemberExpression') {
    [at] = at.children;
  }
  return at?.name === 'CallExpression' ? at.children[0] : undefined;
}
