// Methods that values of a type were seen not to have: a call of one raises, and changes nothing.
import type { Execution } from '../model';
import type { Prepared } from './prepared';

/** `'DataFrame' object has no attribute 'set_value'`. */
const MISSING = /^'([\w.]+)' object has no attribute '(\w+)'/;

/** A call of a method, from behind its value on. */
const METHOD = /^\s*\.\s*(\w+)\s*\(/;

/** What some cell asked for in vain. */
export class LackedAttributes {
  /** Notes what stopped an execution; true where that is news. */
  note({ status, error }: Execution): boolean {
    const isMiss = status === 'error' && error?.ename === 'AttributeError';
    const [, type, attribute] =
      (isMiss && MISSING.exec(error?.evalue ?? '')) || [];
    if (type === undefined || attribute === undefined) {
      return false;
    }
    const types = this.types.get(attribute) ?? new Set();
    const isNews = !types.has(nameOf(type));
    this.types.set(attribute, types.add(nameOf(type)));
    return isNews;
  }

  /** True when all by which a source changes what it finds under a name are methods that its type, if one is known, lacks. */
  hinder(
    { analysis, source }: Prepared,
    name: string,
    type: string | undefined
  ): boolean {
    if (this.types.size === 0) {
      return false;
    }
    const updates = analysis.updates.filter(one => one.name === name);
    return (
      updates.length > 0 &&
      updates.every(({ range }) => {
        const [, method = ''] = METHOD.exec(source.slice(range.to)) ?? [];
        const types = this.types.get(method);
        return types !== undefined && (!type || types.has(nameOf(type)));
      })
    );
  }

  /** By attribute, the types that lack it. */
  private readonly types = new Map<string, Set<string>>();
}

/** `DataFrame`, of `pandas.DataFrame`, as errors call it. */
function nameOf(type = ''): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
