// The parsed source of a cell, for what is asked of it later.

import { prepare, type Prepared } from './prepare';
import { parse, type Syntax } from './syntax';

/** A source as text, as tokens and as a tree. */
export type Read = { readonly prepared: Prepared; readonly root: Syntax };

/** Holds a parsed source until all is told that every forecast asks for: it takes more room than what is told of it. */
export class Ground {
  constructor(
    private readonly source: string,
    private held: Read | null
  ) {}

  /** Does a work that few ask for. */
  later<Told>(work: (read: Read) => Told): Told {
    return work(this.read());
  }

  /** Does, once, one of those that every forecast asks for: after the last of these the source is let go. */
  soon<Told>(work: (read: Read) => Told): Told {
    const told = work(this.read());
    this.waiting -= 1;
    this.held = this.waiting > 0 ? this.held : null;
    return told;
  }

  private read(): Read {
    if (this.held) {
      return this.held;
    }
    const prepared = prepare(this.source);
    return { prepared, root: parse(prepared.text).root };
  }

  /** How many works of that kind are to come: form with origins, values, showing. */
  private waiting = 3;
}
