// IPython's own settings.

import type { Library } from './library';

/** Which expressions of a cell are shown. */
export const SHOWN_EXPRESSIONS = 'InteractiveShell.ast_node_interactivity';

export const ipython: Library = {
  module: 'IPython.core.interactiveshell',
  aliases: '',
  isPure: false,
  states: { [SHOWN_EXPRESSIONS]: 'display' }
};
