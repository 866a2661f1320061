/** What is copied, and what is not. */
export type ScratchLimits = {
  /** Larger files are linked, in a language in which links can be kept from being written through. */
  readonly fileBytes: number;
  /** Once so much was copied the rest is linked, or the copy refused. */
  readonly totalBytes: number;
  /** So many files are copied at most. */
  readonly files: number;
};

/** What the code of a copy is made from. */
export type ScratchOptions = ScratchLimits & {
  /** Empty for the kernel's working directory. */
  readonly folder: string;
  /** Where the copy lies; empty for where the system has temporary files. */
  readonly parent: string;
  /** How the name of its folder begins. */
  readonly prefix: string;
};
