// scikit-learn.

import { LATER } from '../../effect';

import type { Library } from './library';

const draw = { state: 'random', action: 'draw', stream: 'numpy' } as const;

/** What is fitted otherwise from each start of NumPy's stream, or may be: seen with scikit-learn 1.9. */
const estimators = `cluster.MiniBatchKMeans cluster.BisectingKMeans cluster.SpectralBiclustering
  cluster.SpectralClustering cluster.SpectralCoclustering covariance.EllipticEnvelope covariance.MinCovDet
  decomposition.DictionaryLearning decomposition.FastICA decomposition.LatentDirichletAllocation
  decomposition.MiniBatchDictionaryLearning decomposition.MiniBatchNMF decomposition.MiniBatchSparsePCA decomposition.NMF
  decomposition.TruncatedSVD ensemble.AdaBoostRegressor ensemble.BaggingClassifier
  ensemble.BaggingRegressor ensemble.ExtraTreesClassifier ensemble.ExtraTreesRegressor
  ensemble.GradientBoostingClassifier ensemble.GradientBoostingRegressor ensemble.HistGradientBoostingClassifier
  ensemble.HistGradientBoostingRegressor ensemble.IsolationForest ensemble.RandomForestClassifier
  ensemble.RandomForestRegressor ensemble.RandomTreesEmbedding kernel_approximation.Nystroem
  kernel_approximation.PolynomialCountSketch kernel_approximation.RBFSampler kernel_approximation.SkewedChi2Sampler
  linear_model.PassiveAggressiveClassifier linear_model.PassiveAggressiveRegressor linear_model.RANSACRegressor
  linear_model.SGDClassifier linear_model.SGDOneClassSVM linear_model.SGDRegressor linear_model.TheilSenRegressor
  manifold.LocallyLinearEmbedding manifold.MDS manifold.SpectralEmbedding
  mixture.BayesianGaussianMixture mixture.GaussianMixture model_selection.RandomizedSearchCV
  model_selection.ShuffleSplit model_selection.StratifiedShuffleSplit model_selection.GroupShuffleSplit
  model_selection.RepeatedKFold model_selection.RepeatedStratifiedKFold model_selection.HalvingGridSearchCV
  model_selection.HalvingRandomSearchCV multiclass.OutputCodeClassifier
  neural_network.BernoulliRBM neural_network.MLPClassifier neural_network.MLPRegressor preprocessing.TargetEncoder
  random_projection.GaussianRandomProjection random_projection.SparseRandomProjection svm.LinearSVR
  tree.DecisionTreeClassifier tree.DecisionTreeRegressor tree.ExtraTreeClassifier tree.ExtraTreeRegressor`;

const samplers = `cluster.kmeans_plusplus cluster.spectral_clustering covariance.fast_mcd
  datasets.make_friedman2 datasets.make_friedman3 datasets.make_sparse_coded_signal datasets.make_sparse_spd_matrix
  decomposition.fastica decomposition.non_negative_factorization feature_selection.mutual_info_classif
  feature_selection.mutual_info_regression manifold.smacof utils.extmath.randomized_svd
  datasets.make_biclusters datasets.make_blobs datasets.make_checkerboard datasets.make_circles
  datasets.make_classification datasets.make_friedman1 datasets.make_gaussian_quantiles datasets.make_hastie_10_2
  datasets.make_low_rank_matrix datasets.make_moons datasets.make_multilabel_classification datasets.make_regression
  datasets.make_s_curve datasets.make_sparse_uncorrelated datasets.make_spd_matrix datasets.make_swiss_roll
  inspection.permutation_importance
  model_selection.permutation_test_score utils.resample utils.shuffle`;

export const sklearn: Library = {
  module: 'sklearn',
  aliases: 'sklearn',
  imported: `${estimators} cluster.KMeans model_selection.KFold model_selection.StratifiedKFold model_selection.cross_val_score
    model_selection.cross_validate model_selection.GridSearchCV model_selection.train_test_split
    datasets.make_blobs datasets.make_circles datasets.make_classification datasets.make_moons
    datasets.make_regression datasets.make_s_curve datasets.make_swiss_roll utils.resample metrics.accuracy_score
    metrics.classification_report metrics.confusion_matrix metrics.f1_score metrics.mean_absolute_error
    metrics.mean_squared_error metrics.precision_score metrics.r2_score metrics.recall_score metrics.roc_auc_score
    metrics.roc_curve pipeline.Pipeline pipeline.make_pipeline preprocessing.StandardScaler
    preprocessing.MinMaxScaler preprocessing.LabelEncoder preprocessing.OneHotEncoder linear_model.LinearRegression
    linear_model.LogisticRegression linear_model.LogisticRegressionCV linear_model.Ridge linear_model.RidgeClassifier
    linear_model.Lasso linear_model.LassoCV linear_model.ElasticNet linear_model.ElasticNetCV svm.SVC svm.NuSVC svm.SVR
    svm.LinearSVC ensemble.AdaBoostClassifier manifold.TSNE gaussian_process.GaussianProcessRegressor
    gaussian_process.GaussianProcessClassifier metrics.silhouette_score model_selection.learning_curve
    neighbors.KNeighborsClassifier decomposition.PCA naive_bayes.GaussianNB`,
  isPure: true,
  functions: [
    {
      names: estimators,
      effect: { ...draw, value: LATER },
      unless: 'random_state'
    },
    {
      names: 'cluster.KMeans',
      effect: { ...draw, value: LATER },
      unless: 'random_state',
      unlessStart: 'init'
    },
    {
      names: 'cluster.k_means',
      effect: draw,
      unless: 'random_state',
      unlessStart: 'init'
    },
    {
      names: 'svm.SVC svm.NuSVC',
      effect: { ...draw, value: LATER },
      unless: 'random_state',
      onlyWith: 'probability'
    },
    {
      names: 'decomposition.PCA',
      chance: {
        effect: { ...draw, value: LATER },
        seeds: 'random_state',
        asked: [['svd_solver', /^(?:arpack|randomized)$/]]
      }
    },
    {
      names: 'svm.LinearSVC',
      chance: {
        effect: { ...draw, value: LATER },
        seeds: 'random_state',
        asked: [
          ['loss', /^hinge$/],
          ['dual', /^True$/]
        ]
      }
    },
    {
      names:
        'linear_model.LogisticRegression linear_model.LogisticRegressionCV',
      chance: {
        effect: { ...draw, value: LATER },
        seeds: 'random_state',
        asked: [
          ['solver', /^saga?$/],
          ['penalty', /^l1$/],
          ['dual', /^True$/]
        ]
      }
    },
    {
      names: 'linear_model.Ridge linear_model.RidgeClassifier',
      chance: {
        effect: { ...draw, value: LATER },
        seeds: 'random_state',
        asked: [['solver', /^saga?$/]]
      }
    },
    {
      names: `linear_model.Lasso linear_model.LassoCV linear_model.ElasticNet linear_model.ElasticNetCV
        linear_model.MultiTaskLasso linear_model.MultiTaskLassoCV linear_model.MultiTaskElasticNet
        linear_model.MultiTaskElasticNetCV`,
      chance: {
        effect: { ...draw, value: LATER },
        seeds: 'random_state',
        asked: [['selection', /^random$/]]
      }
    },
    {
      names: 'ensemble.AdaBoostClassifier',
      chance: {
        effect: { ...draw, value: LATER },
        seeds: 'random_state',
        asked: [
          ['estimator', /Tree/],
          ['base_estimator', /Tree/]
        ]
      }
    },
    {
      names: 'manifold.TSNE',
      chance: {
        effect: { ...draw, value: LATER },
        seeds: 'random_state',
        asked: [['init', /^random$/]]
      }
    },
    {
      names:
        'gaussian_process.GaussianProcessRegressor gaussian_process.GaussianProcessClassifier',
      chance: {
        effect: { ...draw, value: LATER },
        seeds: 'random_state',
        asked: [['n_restarts_optimizer', /^[1-9]/]]
      }
    },
    {
      names: 'metrics.silhouette_score',
      chance: {
        effect: draw,
        seeds: 'random_state',
        asked: [['sample_size', /^(?!None$)./]]
      }
    },
    {
      names: 'feature_extraction.image.extract_patches_2d',
      chance: {
        effect: draw,
        seeds: 'random_state',
        asked: [['max_patches', /^(?!None$)./]]
      }
    },
    {
      names: 'model_selection.learning_curve',
      effect: draw,
      unless: 'random_state',
      onlyWith: 'shuffle'
    },
    {
      names: 'dummy.DummyClassifier',
      chance: {
        effect: { ...draw, value: LATER },
        seeds: 'random_state',
        asked: [['strategy', /^(?:stratified|uniform)$/]]
      }
    },
    { names: samplers, effect: draw, unless: 'random_state' },
    {
      names: 'model_selection.train_test_split',
      effect: draw,
      unless: 'random_state',
      unlessOff: 'shuffle'
    },
    {
      names: `model_selection.KFold model_selection.StratifiedKFold model_selection.GroupKFold
        model_selection.StratifiedGroupKFold`,
      effect: draw,
      unless: 'random_state',
      onlyWith: 'shuffle'
    }
  ],
  replacingMethods: 'fit fit_predict fit_resample fit_transform',
  changingMethods: 'partial_fit',
  settingMethods: 'set_output set_params',
  pureMethods: `decision_function get_depth get_feature_names_out get_n_splits get_params inverse_transform kneighbors
    predict predict_log_proba predict_proba score score_samples split staged_predict transform`
};

/** Parts that notebooks import by themselves: `from sklearn import datasets`. */
export const sklearnParts: readonly Library[] =
  `cluster datasets decomposition ensemble linear_model manifold mixture model_selection neural_network svm tree`
    .split(' ')
    .map(part => ({
      module: `sklearn.${part}`,
      aliases: part,
      isPure: true,
      isMostlyVariable: true
    }));
