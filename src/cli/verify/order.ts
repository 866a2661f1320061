// The options of `retrace verify`, read.
import { asCellId, fail, succeed, type Result } from '../../model';
import type { ErrorPolicy } from '../../replay';
import type { Arguments } from '../command';
import type { Choice } from './subject';

/** What the user asks for. */
export type Order = {
  readonly file: string;
  readonly choice: Choice;
  /** Null for the one that the file names. */
  readonly kernel: string | null;
  readonly python: string | null;
  /** Null for the folder of the file. */
  readonly folder: string | null;
  readonly isInPlace: boolean;
  readonly isJson: boolean;
  readonly repeats: number;
  /** Null for no limit. */
  readonly timeoutMs: number | null;
  /** Null for the usual one of what is replayed. */
  readonly onError: ErrorPolicy | null;
};

/** Names and kinds of the options. */
export const OPTIONS = {
  kernel: 'string',
  python: 'string',
  repeat: 'string',
  timeout: 'string',
  folder: 'string',
  'in-place': 'boolean',
  run: 'string',
  target: 'string',
  document: 'boolean',
  'on-error': 'string',
  volatile: 'string',
  json: 'boolean'
} as const;

const POLICIES: readonly ErrorPolicy[] = ['stop', 'skip', 'go-on'];

const MOST_REPEATS = 1000;

/** Reads the options; the reason names the one that is wrong. */
export function orderFrom({ files, flag, text }: Arguments): Result<Order> {
  const [file] = files;
  const [repeat, run, timeout] = [text('repeat'), text('run'), text('timeout')];
  const onError = text('on-error');
  if (file === undefined || files.length > 1) {
    return fail('One file is wanted');
  }
  if (repeat !== null && !isCount(repeat, MOST_REPEATS)) {
    return fail(
      `“${repeat}” is not a number of repeats from 1 to ${MOST_REPEATS}`
    );
  }
  if (run !== null && !isCount(run, Infinity)) {
    return fail(`“${run}” is not the number of a run`);
  }
  if (timeout !== null && !/^(?=.*[1-9])\d{1,7}(?:\.\d{1,3})?$/.test(timeout)) {
    return fail(`“${timeout}” is not a number of seconds`);
  }
  const policy = POLICIES.find(each => each === onError) ?? null;
  if (onError !== null && policy === null) {
    return fail(`The policy for errors is one of ${POLICIES.join(', ')}`);
  }
  const target = text('target');
  const marked = (text('volatile') ?? '').split(',').filter(Boolean);
  return succeed({
    file,
    choice: {
      run: run === null ? null : Number(run),
      target: target === null ? null : asCellId(target),
      isDocument: flag('document'),
      volatile: new Set(marked.map(asCellId))
    },
    kernel: text('kernel'),
    python: text('python'),
    folder: text('folder'),
    isInPlace: flag('in-place'),
    isJson: flag('json'),
    repeats: Number(repeat ?? 1),
    timeoutMs: timeout === null ? null : Number(timeout) * 1000,
    onError: policy
  });
}

function isCount(text: string, most: number): boolean {
  return /^[1-9]\d{0,8}$/.test(text) && Number(text) <= most;
}
