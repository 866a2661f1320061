/** One file of a bundle. */
export type BundleEntry = {
  /** Relative, with `/` between its parts. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** What it is, in a few English words. */
  readonly about: string;
};
