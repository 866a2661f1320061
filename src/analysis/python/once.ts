/** Works something out at the first question for it, and lets go of what that took. */
export function once<Value>(work: () => Value): () => Value {
  let waiting: (() => Value) | null = work;
  let value: Value;
  return () => {
    if (waiting) {
      value = waiting();
      waiting = null;
    }
    return value;
  };
}
