// Where the keys of a value begin that hangs on some statements of its cell: no step changes that.
import type { Interner } from './interner';

/** The statements, and what stands for the name in them. */
export class OriginStart {
  constructor(
    private readonly role: string,
    private readonly text: string
  ) {}

  /** Its number; asked again of the same interner, it is at hand. */
  in(interner: Interner): number {
    if (this.of !== interner) {
      this.of = interner;
      this.number = interner.pair(
        interner.intern(this.role),
        interner.intern(this.text)
      );
    }
    return this.number;
  }

  private of: Interner | null = null;
  private number = 0;
}
