// SymPy: how formulas, and numbers with them, are shown.

import type { Library } from './library';

export const sympy: Library = {
  module: 'sympy',
  aliases: 'sp sym sympy',
  imported: 'init_printing init_session',
  isPure: true,
  functions: [
    {
      names: 'init_printing init_session',
      effect: { state: 'display', action: 'update' },
      sets: 'whole'
    }
  ]
};
