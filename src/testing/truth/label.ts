// What really becomes of each cell, told from what it showed and left, and from two fresh runs of the document.
import { withoutMadeUpIds } from './made-up-ids';

/** One output as nbformat has it, in the parts that count here. */
export type RawOutput = {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string | readonly string[];
  readonly data?: { readonly [mediaType: string]: unknown };
  readonly ename?: string;
  readonly evalue?: string;
};

/** What one execution showed and left. */
export type Seen = {
  readonly status: string;
  readonly outputs: readonly RawOutput[];
  /** The names that it wrote, and the fingerprints of all values after it; null where nobody looked. */
  readonly left?: {
    readonly wrote: readonly string[];
    readonly values: { readonly [name: string]: string | null };
  } | null;
};

/** `same`: restart-and-run-all gives it again. `random`: two fresh runs do not even agree with each other. */
export type Label = 'same' | 'differs' | 'fails' | 'random';

/** What is known of one cell. */
export type Observed = {
  /** The execution that made what the cell shows. */
  readonly recorded: Seen;
  /** The same execution in a second kernel that ran the same history. */
  readonly replayed: Seen;
  /** In two fresh kernels that ran the document, to its end whatever failed on the way. */
  readonly fresh: readonly [Seen, Seen];
  /** Names that the cell only imports: what state such an object has belongs to its library, and shows where it is used. */
  readonly imported?: ReadonlySet<string>;
};

/** Labels one cell that shows something. A cell that raises as it did when it was recorded does not fail anew. */
export function labelOf({
  recorded,
  replayed,
  fresh,
  imported = new Set()
}: Observed): Label {
  const [one, other] = fresh;
  const texts = [recorded, one, other, replayed].map(seen =>
    textOf(seen.outputs)
  );
  const isVolatile = texts[1] !== texts[2] || texts[0] !== texts[3];
  const [shown = '', first = '', second = ''] = isVolatile
    ? texts.map(withoutVolatile)
    : texts;
  const raises = one.status === 'error' && other.status === 'error';
  if (raises && errorOf(recorded) !== errorOf(one)) {
    return 'fails';
  }
  if (
    first !== second ||
    one.status !== other.status ||
    !leftTheSame(one, other, imported)
  ) {
    return 'random';
  }
  return shown === first &&
    recorded.status === one.status &&
    leftTheSame(replayed, one, imported)
    ? 'same'
    : 'differs';
}

/**
 * What a cell that raised did write: names that its code would bind, and that are as they were before, it did not get to.
 * `before` is what the same kernel held until then.
 */
export function withoutUnreached<One extends Seen>(
  seen: One,
  before: Seen | undefined
): One {
  const { left, status } = seen;
  if (status !== 'error' || !left || !before?.left) {
    return seen;
  }
  const { values } = before.left;
  const wrote = left.wrote.filter(name => left.values[name] !== values[name]);
  return { ...seen, left: { ...left, wrote } };
}

/** Name and text of the error that ended an execution; empty when none did. */
function errorOf({ outputs }: Seen): string {
  const raised = outputs.filter(one => one.output_type === 'error');
  return raised.length > 0 ? withoutVolatile(textOf(raised)) : '';
}

/** Outputs in a form that is equal when a reader sees the same; counts and tracebacks are left out. */
export function textOf(outputs: readonly RawOutput[]): string {
  const streams = new Map<string, string>();
  const others: unknown[] = [];
  for (const output of outputs) {
    const { name = '', text = '', data, ename, evalue } = output;
    if (output.output_type === 'stream') {
      const joined = typeof text === 'string' ? text : text.join('');
      streams.set(name, (streams.get(name) ?? '') + joined);
    } else if (output.output_type === 'error') {
      others.push([ename, evalue]);
    } else {
      const shown = Object.entries(data ?? {}).sort();
      others.push(
        shown.map(([type, content]) => [type, withoutMadeUpIds(type, content)])
      );
    }
  }
  return JSON.stringify([[...streams].sort(), others]);
}

const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/0x[0-9a-fA-F]{6,}/g, '0x'],
  // `<sklearn.tree...x7f1b04eca720>`, as `reprlib` shortens it.
  [/((?:<|&lt;)[\w.]{1,40}\.\.\.)x?[0-9a-f]{6,13}(?=>|&gt;)/g, '$1'],
  [/ipykernel_\d+\/\d+\.py/g, 'ipykernel'],
  // Each kernel of the bench has a folder of its own; a restart would find the same one. A picture is one long word: each is gone through once.
  [/(?<![^\s'"])[^\s'"]*\bretrace-truth-\w+(?:\/task-\w+\/\d+)?/g, 'folder'],
  [
    /\d[\d.,]*(?:e[+-]?\d+)?\s*(?:ns|[uµμ]s|ms|s|sec|secs|seconds?|min|minutes?)\b/g,
    '0 s'
  ],
  [/\d[\d,]* (loop|run)s?\b/g, '0 $1s'],
  // A log says when each line was written; a moment that stands alone is what the code shows.
  [
    /(\d{4}-\d\d-\d\d[ T])\d\d:\d\d:\d\d(?:[.,]\d+)?(?=[^\\"]*[A-Za-z]{3})/g,
    ''
  ],
  [
    /(?<!\d)(?<!\d{4}-\d\d-\d\d[ T]|[A-Z][a-z]{2} [ \d]?\d )\d+:\d\d:\d\d(\.\d+)?/g,
    '0:00:00'
  ]
];

/** Text without addresses, durations and paths of the kernel's own files. */
export function withoutVolatile(text: string): string {
  return VOLATILE.reduce((kept, [from, to]) => kept.replace(from, to), text);
}

/** True when what either wrote has one value in both, what was imported left out. */
function leftTheSame(
  one: Seen,
  other: Seen,
  imported: ReadonlySet<string>
): boolean {
  const [left, right] = [one.left, other.left];
  if (!left || !right) {
    return true;
  }
  return [...new Set([...left.wrote, ...right.wrote])].every(
    name => imported.has(name) || left.values[name] === right.values[name]
  );
}
