// Models that a run held and trained, as far as types and sources show them.
import type { ExecutionId } from '../model';
import type { SeenExecution } from './seen-execution';

/** A name that held a model. */
export type SeenModel = {
  readonly name: string;
  /** `module.qualname`. */
  readonly type: string;
  readonly executionId: ExecutionId;
};

/** The last type of each such name, sorted by name. */
export function modelsOf(
  executions: readonly SeenExecution[]
): readonly SeenModel[] {
  const found = new Map<string, SeenModel>();
  const networks = new Set<string>();
  for (const { analysis, execution, source } of executions) {
    const { executionId, report } = execution;
    classesOfNetworks(source ?? '').forEach(name => networks.add(name));
    for (const [name, type] of Object.entries(report?.types ?? {})) {
      const isNetwork = networks.has(type.replace(/^__main__\./, ''));
      const isDefined = analysis.definitions.some(each => each.name === name);
      if (!isDefined && (isNetwork || isModel(type))) {
        found.set(name, { name, type, executionId });
      }
    }
  }
  return [...found.values()].sort((one, other) =>
    one.name < other.name ? -1 : 1
  );
}

/** Executions whose source trains something: a `fit` or `train` call, or a backward pass. */
export function trainingIn(
  executions: readonly SeenExecution[]
): readonly ExecutionId[] {
  return executions
    .filter(({ analysis }) => TRAINS.test(withoutTexts(analysis.normalised)))
    .map(({ execution }) => execution.executionId);
}

const TRAINS =
  /\b(?:polyfit|curve_fit|linregress|least_squares) ?\(|\. ?(?:fit|partial_fit|fit_transform|fit_predict|fit_generator|train|backward|train_on_batch) ?\(/;

/** Words in quotes are no code. */
function withoutTexts(normalised: string): string {
  return normalised.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, "''");
}

/** Executions whose source prepares data: it transforms, cleans, scales or splits. */
export function preparationIn(
  executions: readonly SeenExecution[]
): readonly ExecutionId[] {
  return executions
    .filter(({ analysis }) => PREPARES.test(withoutTexts(analysis.normalised)))
    .map(({ execution }) => execution.executionId);
}

const PREPARES =
  /\b(?:train_test_split|random_split)\b|\. ?(?:transform|fit_transform|dropna|fillna|merge|get_dummies|drop_duplicates|astype|normalize|tokenize|map|resample|groupby|pivot_table|melt|query) ?\(|\b\w+(?:Scaler|Encoder|Imputer|Tokenizer|Vectorizer)\b/;

/** Classes of libraries that are models; helpers of the same libraries are not. */
function isModel(type: string): boolean {
  return LIBRARIES.test(type) && !HELPERS.test(type);
}

const LIBRARIES =
  /^(?:sklearn|xgboost|lightgbm|catboost|statsmodels|keras|tensorflow\.keras|tf_keras|torch\.nn\.modules|torchvision\.models|transformers\.models|prophet|pymc)\./;

const HELPERS =
  /^sklearn\.(?:utils|datasets|preprocessing|model_selection\._split|impute|feature_extraction|metrics|compose)\b|^torch\.nn\.modules\.(?:loss|activation)\b|\b(?:[A-Z]\w*(?:Loss|Config|Tokenizer\w*|History|Optimizer|Dataset|DMatrix)|Metric|callbacks|optimizers?|losses|metrics)\b|\.(?:function|method|type|module)$/;

/** `class Net(nn.Module)` and its kin in a cell. */
function classesOfNetworks(source: string): readonly string[] {
  const heads = source.matchAll(
    /^class\s+(\w+)\s*\([^)\n]*\b(?:nn\.Module|LightningModule|keras\.Model|BaseEstimator|Module)\b/gm
  );
  return [...heads].map(([, name = '']) => name);
}
