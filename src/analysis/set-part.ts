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

/** True for a part of an estimator that is set, whatever the estimator has learnt: of `model.set_params(alpha=1)`. */
export function isOfEstimator(path: string): boolean {
  return /^\.=set_(?:params|output)\(/.test(path);
}
