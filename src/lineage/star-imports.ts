// Names that a star import brings in: the same ones in every cell that holds it, also where a rerun finds them there already.
import { starExports } from '../analysis';
import type { Prepared } from './prepared';

/** What each star import was seen to bind, by its statement. */
export class StarImports {
  /** Notes a source that ran, whatever it bound. */
  noteBodies(prepared: Prepared): void {
    const isOpen = prepared.bindsUnknown && textOf(prepared) === null;
    this.hasBodies ||= isOpen || prepared.definitions.size > 0;
  }

  /**
   * Notes what an execution of a source bound. One that calls what other cells made may have bound names by that, where the
   * notebook has bodies of its own.
   */
  note(prepared: Prepared, names: ReadonlySet<string>): void {
    const text = textOf(prepared);
    if (text === null) {
      return;
    }
    const known = this.names.get(text) ?? new Set<string>();
    const isAlone =
      !this.hasBodies ||
      prepared.calls.every(name => names.has(name) || known.has(name));
    if (isAlone) {
      names.forEach(name => {
        if (!isTold(prepared, name)) {
          known.add(name);
        }
      });
      this.names.set(text, known);
    }
  }

  /** The names, and those that the source's star import is known to bind. */
  with(prepared: Prepared, names: ReadonlySet<string>): ReadonlySet<string> {
    const known = this.broughtBy(prepared);
    return known && [...known].some(name => !names.has(name))
      ? new Set([...names, ...known])
      : names;
  }

  /** What the source's star import binds; null where it binds other unknown names, or the module is not known. */
  broughtBy(prepared: Prepared): ReadonlySet<string> | null {
    const text = prepared.bindsUnknown ? textOf(prepared) : null;
    return text === null ? null : this.namesOf(text);
  }

  /** The statement that brings a name in; null where another one does. */
  behind(prepared: Prepared, name: string): string | null {
    if (!prepared.bindsUnknown || isTold(prepared, name)) {
      return null;
    }
    const text = textOf(prepared);
    return text !== null && this.namesOf(text)?.has(name) ? text : null;
  }

  /** What kernels told goes before what is known of the module. */
  private namesOf(text: string): ReadonlySet<string> | null {
    const told = this.names.get(text);
    const [, module = ''] = told
      ? []
      : (/^from ([\w.]+) import/.exec(text) ?? []);
    const known = starExports(module);
    return told ?? (known && new Set(known));
  }

  /** By key of what star imports may have done to names: which those are, in the order in which each ran last. */
  readonly lists = new Map<number, readonly string[]>();

  /** True once the notebook has functions or classes of its own, or may have some. */
  private hasBodies = false;
  private readonly names = new Map<string, Set<string>>();
}

/** The star import of a source that binds no unknown names besides; null for all others. */
function textOf({ analysis, source }: Prepared): string | null {
  if (analysis.unanalysed.length === 0) {
    return null;
  }
  const [open, ...others] = analysis.unanalysed.filter(
    ({ extent }) => extent === 'bindings'
  );
  const found = analysis.imports.find(
    ({ range }) => range.from === open?.range.from
  );
  return found && others.length === 0
    ? source.slice(found.range.from, found.range.to).split(/\s+/).join(' ')
    : null;
}

function isTold({ strong, weak, own }: Prepared, name: string): boolean {
  return own.has(name) || strong.includes(name) || weak.includes(name);
}
