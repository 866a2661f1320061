// Where scikit-learn keeps times: who looks there reads the clock, and who looks beside it does not.
import { analysePython } from '..';

function readsClock(source: string): boolean {
  return analysePython(source).effects.some(({ state }) => state === 'clock');
}

test.each([
  'g.refit_time_',
  't = g.refit_time_',
  'g.cv_results_',
  'print(g.cv_results_)',
  'pd.DataFrame(g.cv_results_)',
  'pd.DataFrame(g.cv_results_).sort_values("rank_test_score").head()',
  'display(DataFrame(search.best.cv_results_).T)',
  'g.cv_results_["mean_fit_time"]',
  'cv["fit_time"].mean()',
  'r[["params", "mean_score_time"]]'
])('%s shows times', source => {
  expect(readsClock(source)).toBe(true);
});

test.each([
  'g.best_params_',
  'g.cv_results_["mean_test_score"]',
  'r = pd.DataFrame(g.cv_results_)',
  'pd.DataFrame(g.cv_results_)[["params", "mean_test_score"]]',
  'sorted(g.cv_results_)',
  'pd.DataFrame(g.cv_results_).columns',
  'cv["test_score"].mean()',
  'cv["fit_time"] = 1',
  'for m, s in zip(g.cv_results_["params"], g.cv_results_["mean_test_score"]):\n    print(m, s)',
  'r.drop(columns=["mean_fit_time"])'
])('%s shows none', source => {
  expect(readsClock(source)).toBe(false);
});
