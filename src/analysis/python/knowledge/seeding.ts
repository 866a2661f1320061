// Helpers that seed every stream of random numbers that is there: Python's, NumPy's, and that of the framework at hand.

import type { FunctionRule, Library } from './library';

const all: FunctionRule['effect'] = { state: 'random', action: 'set' };

/** What such helpers are called, in libraries and in modules that people write for themselves. */
const SEEDER =
  /^(?:(?:fix|init|reset|set)_(?:all_|global_|manual_|random_|the_)*seeds?|seed_(?:all|all_rng|every_?thing|torch)|set_determinism)$/;

/** What a function does that is called like a helper that seeds, wherever it comes from; undefined for other names. */
export function seederRule(name: string): FunctionRule | undefined {
  return SEEDER.test(name) ? { names: name, effect: all } : undefined;
}

const helpers = (module: string, names: string, imported = ''): Library => ({
  module,
  aliases: '',
  imported,
  isPure: false,
  functions: [{ names, effect: all }]
});

/** What is called in another way, and what cells use that do not import it. */
export const seeding: readonly Library[] = [
  helpers('ignite', 'utils.manual_seed'),
  helpers('keras', 'utils.set_random_seed', 'utils.set_random_seed'),
  helpers(
    'lightning',
    `seed_everything fabric.seed_everything fabric.utilities.seed.seed_everything pytorch.seed_everything`,
    'seed_everything'
  ),
  helpers('monai', 'utils.set_determinism', 'utils.set_determinism'),
  helpers(
    'transformers',
    'enable_full_determinism set_seed trainer_utils.set_seed',
    'enable_full_determinism set_seed'
  )
];
