// Draws of code that does nothing with what it drew: solvers of scikit-learn that take a number from NumPy's stream whatever they do.
import type { AmbientWrite } from './observation';
import type { Prepared } from './prepared';
import type { Version } from './version';
import type { World } from './world';

/** Types of the standard library and of those whose values draw where code says so alone. */
const PLAIN = /^(?:builtins|numpy|pandas|matplotlib|abc)\b/;
/** Estimators that take a number and, as they are unless code that is known to draw makes them, do nothing with it. */
const IDLE =
  /^(?:(?:Nu)?SV[CR]|OneClassSVM|LinearSVC|LogisticRegression(?:CV)?|(?:MultiTask)?(?:Lasso|ElasticNet)(?:CV)?|GraphicalLasso(?:CV)?|AdaBoostClassifier|AffinityPropagation)$/;
/** What holds other estimators, and draws where they do. */
const HOLDING =
  /^sklearn\.(?:pipeline|compose|model_selection|multiclass|multioutput|calibration|feature_selection|ensemble\._(?:voting|stacking))\b/;
/** They never draw: what they learn follows from the data alone, whatever they are set to. */
const DETERMINED =
  /^sklearn\.(?:preprocessing\._(?:data\.(?!Quantile)|label\.|encoders\.|polynomial\.)|impute\._(?:base|knn)\.|linear_model\._base\.LinearRegression$|neighbors\._|naive_bayes\.|discriminant_analysis\.|feature_extraction\.|utils\._bunch\.|metrics\.)/;
/** What draws for some data and not for others, or is no part of scikit-learn and may draw. */
const DOUBTFUL =
  /^(?:\w*PCA|Isomap|LocallyLinearEmbedding|Quantile\w*|KBins\w*|Iterative\w*|mutual_info_\w+|SMOTE\w*|ADASYN|\w*(?:Over|Under)Sampler|TSNE|UMAP|\w*Search(?:Opt)?|optuna|hyperopt|fmin|imblearn|random|rand(?!om_state)\w*|shuffle|choice|permutation)$/;
/** Values of these may hold estimators. */
const CONTAINERS = /^builtins\.(?:dict|list|tuple)$/;

/** So many makers deep it is looked what an estimator holds. */
const DEPTH = 4;

/** Types by name of what an execution had to do with. */
type Types = Readonly<Record<string, string>>;

/** True where only one that draws idly can have drawn. */
export function mayDrawIdly(types: Types): boolean {
  return Object.values(types).every(
    type =>
      PLAIN.test(type) ||
      DETERMINED.test(type) ||
      HOLDING.test(type) ||
      isIdle(type)
  );
}

/** True where one of them surely draws idly. */
export function hasIdle(types: Types): boolean {
  return Object.entries(types).some(
    ([name, type]) => isIdle(type) || (PLAIN.test(type) && IDLE.test(name))
  );
}

function isIdle(type: string): boolean {
  return (
    type.startsWith('sklearn.') &&
    IDLE.test(type.slice(type.lastIndexOf('.') + 1))
  );
}

/** True where the source, or what made the estimators that it uses, names one that draws idly, if the kernel did not tell of one already, and nothing else that may draw. */
export function drawsIdly(
  world: World,
  prepared: Prepared,
  isTold: boolean
): boolean {
  const sources = new Set<Prepared>([prepared]);
  let isNamed = isTold;
  const visit = (
    name: string,
    version: Version | null | undefined,
    depth: number
  ): void => {
    if (!version || depth === 0) {
      return;
    }
    const { baseStep } = version;
    const type = world.knowledge.typeOf(name, version) ?? '';
    isNamed ||= isIdle(type);
    if (!HOLDING.test(type) && !CONTAINERS.test(type) && !isIdle(type)) {
      return;
    }
    sources.add(baseStep.prepared);
    baseStep.reads.forEach(read => visit(read.name, read.version, depth - 1));
  };
  for (const { name } of [...prepared.reads, ...prepared.updates]) {
    visit(name, world.get(name), DEPTH);
  }
  const all = [...sources];
  return (
    (isNamed || all.some(({ spells }) => spells(IDLE))) &&
    !all.some(({ spells }) => spells(DOUBTFUL))
  );
}

/** What such a draw leaves of a stream: it goes on, and nothing else hangs on where it was. */
export function movedOn(
  { world, prepared }: { readonly world: World; readonly prepared: Prepared },
  name: string,
  written: AmbientWrite | undefined
): AmbientWrite {
  world.watch?.lose();
  const { interner } = world.knowledge;
  const { isFresh = false, valueKey } = written ?? {};
  const before = valueKey ?? world.get(name)?.key ?? 0;
  const moved = interner.intern(`moved by ${prepared.normalised}`);
  return { isFresh, part: null, valueKey: interner.pair(before, moved) };
}
