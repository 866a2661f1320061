// Magics that are not there, or whose file is not: what stops at one does nothing from there on, so it does not count that nobody
// knows the magic.
import type { Execution } from '../model';
import { magicWithoutFile, mayMakeFile, mayMakeInside } from './lacking-files';
import type { Prepared } from './prepared';
import type { Step } from './version';
import type { World } from './world';

const NO_MAGIC = /^(?:Line magic function|Cell magic) `(%%?[\w.]+)[`']/;

/** The magic for want of which an execution stopped, with its sign; null where it did not. */
function lackedMagic(execution: Execution | null): string | null {
  const error = execution?.error;
  return error?.ename === 'UsageError'
    ? (NO_MAGIC.exec(error.evalue)?.[1] ?? null)
    : null;
}

/** True when nothing of a source ran, since no cell magic has the name that it begins with. */
export function lacksCellMagic(execution: Execution): boolean {
  return lackedMagic(execution)?.startsWith('%%') === true;
}

/** What may have brought magics into a world: a package brings its own when it is imported, or by a call of whatever name. */
export class KnownMagics {
  /** Notes a source that ran, as far as the magic for want of which it stopped; null where it ran as a whole. */
  note(prepared: Prepared, magic: string | null): void {
    if (this.sources.get(prepared) !== null) {
      this.sources.set(prepared, magic);
    }
  }

  /** The statements that may have brought some. */
  bringers(): ReadonlySet<string> {
    const found = new Set<string>();
    this.sources.forEach((magic, { analysis, normalised }) => {
      const { outward = [], completeness } = analysis;
      const end =
        magic === null
          ? outward.length
          : outward.findIndex(statement => statement.includes(magic));
      outward.slice(0, Math.max(0, end)).forEach(one => found.add(one));
      if (magic === null && completeness !== 'complete') {
        found.add(normalised);
      }
    });
    return found;
  }

  /** The sources that may have made a file that another source lacked. */
  makers(lacking: string): ReadonlySet<string> {
    const found = [...this.sources].filter(
      ([source, magic]) => magic === null && mayMakeFile(source, lacking)
    );
    return new Set(found.map(([{ normalised }]) => normalised));
  }

  copyFrom({ sources }: KnownMagics): void {
    sources.forEach((magic, source) => this.note(source, magic));
  }

  private readonly sources = new Map<Prepared, string | null>();
}

/** A source that stopped for want of a magic. */
type Lacking = {
  readonly magic: string;
  /** True where the magic is there, and its file is not. */
  readonly isOfFile: boolean;
  /** Each time what may have brought magics, or made files, by then. */
  readonly brought: readonly ReadonlySet<string>[];
};

/** What may have made files, with the bodies that it reads. */
type Maker = Pick<Step, 'prepared' | 'reads'>;

/** Sources that were seen to stop for want of a magic. */
export class LackedMagics {
  /** True where none was seen. */
  get isEmpty(): boolean {
    return this.known.size === 0;
  }

  /** Notes that one stopped although all these statements had run. */
  note(
    normalised: string,
    magic: string,
    isOfFile: boolean,
    by: ReadonlySet<string>
  ): void {
    const { brought = [] } = this.known.get(normalised) ?? {};
    const others = brought.filter(one => !isWithin(one, by));
    this.known.set(normalised, { magic, isOfFile, brought: [...others, by] });
  }

  /** Notes that a source ran which may have made files: they outlast the kernel. */
  noteMaker({ prepared, reads }: Maker): void {
    const mayRun = reads.some(({ version }) =>
      version?.carried.some(mayMakeInside)
    );
    this.known.forEach(({ isOfFile }, normalised) => {
      if (isOfFile && (mayRun || mayMakeFile(prepared, normalised))) {
        this.known.delete(normalised);
      }
    });
  }

  /** Notes that one did not stop. */
  forget(normalised: string): void {
    this.known.delete(normalised);
  }

  /** The magic at which a source stops in a world where nothing ran that might have brought it; null where it may not stop. */
  of(normalised: string, magics: KnownMagics): string | null {
    const known = this.known.get(normalised);
    if (!known) {
      return null;
    }
    const bringers = known.isOfFile
      ? magics.makers(normalised)
      : magics.bringers();
    return known.brought.some(one => isWithin(bringers, one))
      ? known.magic
      : null;
  }

  private readonly known = new Map<string, Lacking>();
}

function isWithin(
  some: ReadonlySet<string>,
  all: ReadonlySet<string>
): boolean {
  return some.size <= all.size && [...some].every(one => all.has(one));
}

/** Keeps what a step tells about magics: for want of one it stopped, or it may bring some. */
export function noteMagics(
  world: World,
  step: Maker & Pick<Step, 'execution'>
): void {
  const { knowledge, magics } = world;
  const { prepared, execution } = step;
  const { normalised } = prepared;
  magics.note(prepared, stopsFor(world, step));
  if (!execution) {
    return;
  }
  const { lackedMagics } = knowledge;
  const magic = lackedMagic(execution);
  const lacksFile = magicWithoutFile(prepared, execution);
  if (magic !== null) {
    lackedMagics.note(normalised, magic, false, magics.bringers());
  } else if (lacksFile !== null) {
    const makers = magics.makers(normalised);
    lackedMagics.note(normalised, lacksFile, true, makers);
  } else if (execution.status === 'ok') {
    lackedMagics.forget(normalised);
  }
  if (magic === null && lacksFile === null && !lackedMagics.isEmpty) {
    lackedMagics.noteMaker(step);
  }
}

/** True when a step does nothing that its source does not tell: Python refuses it, or it stops for want of a magic. */
export function isStopped(
  world: World,
  step: Pick<Step, 'prepared' | 'execution'>
): boolean {
  const { refused } = world.knowledge;
  return (
    refused.has(step.prepared.normalised) || stopsFor(world, step) !== null
  );
}

/** Where the line begins at which a step stops for want of a magic, or of its file; null where none does, or it is in a block. */
export function stopsAt(
  world: World,
  step: Pick<Step, 'prepared' | 'execution'>
): number | null {
  const magic = stopsFor(world, step);
  if (magic === null) {
    return null;
  }
  const at = `\n${step.prepared.source}`.indexOf(`\n${magic}`);
  return at < 0 ? null : at;
}

/** The magic for want of which a step stops; null where it does not, or nobody knows. */
function stopsFor(
  { knowledge, magics }: World,
  { prepared, execution }: Pick<Step, 'prepared' | 'execution'>
): string | null {
  return execution
    ? (lackedMagic(execution) ?? magicWithoutFile(prepared, execution))
    : knowledge.lackedMagics.of(prepared.normalised, magics);
}
