// Magics that are not there: what stops at one does nothing from there on, so it does not count that nobody knows the magic.
import type { Execution } from '../model';
import type { Prepared } from './prepared';
import type { Step } from './version';
import type { World } from './world';

const LACKING = /^(?:Line magic function|Cell magic) `(%%?)([\w.]+)[`']/;

/** The magic for want of which an execution stopped; null where it did not. */
function lackedMagic(
  execution: Execution | null
): { readonly name: string; readonly isOfCell: boolean } | null {
  const { ename, evalue = '' } = execution?.error ?? {};
  const match = ename === 'UsageError' ? LACKING.exec(evalue) : null;
  return match ? { name: match[2] ?? '', isOfCell: match[1] === '%%' } : null;
}

/** True when nothing of a source ran, since no cell magic has the name that it begins with. */
export function lacksCellMagic(execution: Execution): boolean {
  return lackedMagic(execution)?.isOfCell === true;
}

/** Code that may bring in magics whatever they are called, and code that makes one of its own. */
const BRINGING = /\b(?:load_ext|reload_ext|load_extension)\b|%run\b/;
const MAKING = /\b(?:register_\w*magics?|define_magic|magics_class)\b/;

/** What may have brought magics into a world. */
export class KnownMagics {
  /** Notes a step that came to its end. */
  note({ normalised }: Prepared): void {
    if (BRINGING.test(normalised) || MAKING.test(normalised)) {
      this.sources.add(normalised);
    }
  }

  /** True when there may be a magic of that name by now. */
  mayKnow(name: string): boolean {
    const isNamed = new RegExp(`(?<!\\w)${name.replace(/\W/g, '\\$&')}(?!\\w)`);
    return [...this.sources].some(
      source => BRINGING.test(source) || isNamed.test(source)
    );
  }

  copyFrom({ sources }: KnownMagics): void {
    sources.forEach(source => this.sources.add(source));
  }

  private readonly sources = new Set<string>();
}

/** Keeps what a step tells about magics: for want of one it stopped, or it may bring some. */
export function noteMagics(
  { knowledge, magics }: World,
  { prepared, execution }: Pick<Step, 'prepared' | 'execution'>,
  hasFailed: boolean
): void {
  const lacked = lackedMagic(execution);
  if (lacked) {
    knowledge.lackedMagics.set(prepared.normalised, lacked.name);
  }
  if (!hasFailed) {
    magics.note(prepared);
  }
}

/** True when a step does nothing that its source does not tell: Python refuses it, or it stops for want of a magic. */
export function isStopped(
  { knowledge, magics }: World,
  { prepared, execution }: Pick<Step, 'prepared' | 'execution'>
): boolean {
  const { normalised } = prepared;
  const lacked = knowledge.lackedMagics.get(normalised);
  return (
    knowledge.refused.has(normalised) ||
    lackedMagic(execution) !== null ||
    (execution === null && lacked !== undefined && !magics.mayKnow(lacked))
  );
}
