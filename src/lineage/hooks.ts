// Bases from libraries, by the methods of their heirs that the libraries call by themselves.
import type { Carried } from './prepared';

/** By the last part of the base's name, the methods that it calls; those between underscores aside. */
const HOOKS: readonly (readonly [base: RegExp, hooks: RegExp])[] = [
  [
    /^(?:BaseEstimator|(?:Transformer|Classifier|Regressor|Cluster|Outlier|OneToOneFeature)Mixin)$/,
    /^(?:fit\w*|partial_fit|transform|inverse_transform|predict\w*|score\w*|decision_function|(?:get|set)_\w+|_\w+)$/
  ],
  [
    /^(?:Module|Dataset|IterableDataset|Sampler)$/,
    /^(?:forward|extra_repr|reset_parameters|(?:load_)?state_dict|train|eval|_\w+)$/
  ],
  [
    /^(?:Layer|Model)$/,
    /^(?:call|build|compute_\w+|get_\w+|from_config|train_step|test_step|predict_step|compile|fit|_\w+)$/
  ],
  [/^Callback$/, /^(?:on_\w+|set_\w+|_\w+)$/],
  [/^Env$/, /^(?:reset|step|render|close|seed|_\w+)$/],
  [/^Thread$/, /^(?:run|_\w+)$/],
  [/^(?:Int|Str)?(?:Enum|Flag)$/, /^_\w+$/],
  [/^User(?:Dict|List|String)$/, /^(?!)/]
];

/** What a library may call of a class that is made from this base; null where it may be anything. */
export function hooksOf(base: string): RegExp | null {
  const last = base.slice(base.lastIndexOf('.') + 1).trim();
  return HOOKS.find(([bases]) => bases.test(last))?.[1] ?? null;
}

/** The bases that stand as attributes of modules in the head of a class; null where there is something else. */
export function basesOfModules({
  definition
}: Carried): readonly string[] | null {
  const [, head] =
    /^\t*class \S+ \( (.*) \) :/m.exec(definition.parts?.text ?? '') ?? [];
  const bases = head?.split(' , ') ?? [];
  const isTold = bases.every(one => /^\w+(?: \. \w+)*$/.test(one));
  return isTold ? bases.filter(one => one.includes('.')) : null;
}
