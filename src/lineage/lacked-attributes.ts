// Methods that values were seen not to have: a call of one raises, and changes nothing.
import type { Update } from '../analysis';
import type { Execution } from '../model';
import type { Prepared } from './prepared';
import type { WellRecord } from './risks';

/** `'DataFrame' object has no attribute 'set_value'`. */
const MISSING = /^'([\w.]+)' object has no attribute '(\w+)'/;

/** A call of a method, from behind its value on. */
const METHOD = /^\s*\.\s*(\w+)\s*\(/;

/** Classes of the notebook get methods when their cells are edited; those of libraries stay as they are. */
const OF_NOTEBOOK = /^__main__\b/;

/** What cells asked for in vain. */
export class LackedAttributes {
  constructor(private readonly well: Pick<WellRecord, 'has'>) {}

  /** Notes what stopped an execution of a source, if it is known, or that nothing did; true where that is news. */
  note(source: Prepared | null, { status, error }: Execution): boolean {
    if (source && status === 'ok') {
      return this.sources.delete(source.normalised);
    }
    const isMiss = status === 'error' && error?.ename === 'AttributeError';
    const [, type, attribute] =
      (isMiss && MISSING.exec(error?.evalue ?? '')) || [];
    if (type === undefined || attribute === undefined) {
      return false;
    }
    const types = this.types.get(attribute) ?? new Set();
    const isNewType = !types.has(nameOf(type));
    this.types.set(attribute, types.add(nameOf(type)));
    return this.noteSource(source, attribute) || isNewType;
  }

  /**
   * True when all by which a source changes what it finds under a name are methods that its type lacks; where no type is known
   * that stays the same, one for want of which the source always failed, and which it calls of nothing else.
   */
  hinder(prepared: Prepared, name: string, type = ''): boolean {
    if (this.types.size === 0) {
      return false;
    }
    const { updates } = prepared.analysis;
    const methodOf = ({ range }: Update): string =>
      METHOD.exec(prepared.source.slice(range.to))?.[1] ?? '';
    const methods = new Set(
      updates.filter(one => one.name === name).map(methodOf)
    );
    if (type !== '' && !OF_NOTEBOOK.test(type)) {
      const isLacked = (method: string): boolean =>
        this.types.get(method)?.has(nameOf(type)) === true;
      return methods.size > 0 && [...methods].every(isLacked);
    }
    const lacked = this.sources.get(prepared.normalised);
    return (
      lacked !== undefined &&
      methods.size === 1 &&
      methods.has(lacked) &&
      updates.every(one => one.name === name || methodOf(one) !== lacked)
    );
  }

  private noteSource(source: Prepared | null, attribute: string): boolean {
    const isNews =
      source !== null &&
      !this.well.has(source) &&
      this.sources.get(source.normalised) !== attribute;
    if (isNews) {
      this.sources.set(source.normalised, attribute);
    }
    return isNews;
  }

  /** By attribute, the types that lack it. */
  private readonly types = new Map<string, Set<string>>();
  /** By normalised source that never went well, the attribute for want of which it failed. */
  private readonly sources = new Map<string, string>();
}

/** `DataFrame`, of `pandas.DataFrame`, as errors call it. */
function nameOf(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
