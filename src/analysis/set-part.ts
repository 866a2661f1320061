// Parts of a value that a method sets, of which nobody knows by which attributes they are read: `ax.set_title("x")`.

const START = '.=';

/** The name of such a part, as `Update.path`. */
export function setPart(setter: string): string {
  return START + setter;
}

/** True for the name of such a part. */
export function isSetPart(path: string): boolean {
  return path.startsWith(START);
}

/** Methods of estimators, of which each keyword sets a part: `model.set_params(alpha=1)`. */
const OF_ESTIMATORS = /^set_(?:params|output)(?!\w)/;

/** True for such a method. */
export function setsEstimator(method: string): boolean {
  return OF_ESTIMATORS.test(method);
}

/** True for a part that one sets, whatever the estimator has learnt. */
export function isOfEstimator(path: string): boolean {
  return isSetPart(path) && setsEstimator(path.slice(START.length));
}
