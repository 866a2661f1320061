// Attributes that tell which number the system gave to a thread: each run has others.

import type { Step } from './access';
import type { Syntax } from './syntax';
import { textOf, touch, type Walk } from './walk';

/** What stands for a thread: `threading.current_thread()`, `worker`, `t1`. */
const THREAD = /thread|worker|^t\d*$/i;

/** Notes that an access leads to such a number. */
export function touchThreadNumbers(
  walk: Walk,
  node: Syntax,
  root: Syntax,
  steps: readonly Step[]
): void {
  const last = steps[steps.length - 1];
  const isNumber =
    last?.kind === 'attribute' &&
    (last.name === 'native_id' ||
      (last.name === 'ident' && THREAD.test(textOf(walk, root))));
  if (isNumber) {
    touch(walk, { state: 'address', action: 'read' }, node);
  }
}
