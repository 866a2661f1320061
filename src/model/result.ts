// Expected failures are values; only bugs throw.

/** The outcome of something that may fail in an expected way; `reason` is an English sentence for the user. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };

export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail(reason: string): Result<never> {
  return { ok: false, reason };
}

/** Closes a `switch` over a union: a new member that nobody handles does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
