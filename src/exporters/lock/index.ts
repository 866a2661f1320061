// `pylock.toml`: hashes of what an index has cannot be read from an installed environment, so a tool has to be asked.
import { neededPackages, pythonCall, requirementsOf } from '../../languages';
import type { Environment } from '../../model';
import { answerOf, oneLine } from '../tool-answer';
import { PYTHON_LOCK } from './lock-python';

/** What a tool made of the pinned packages, or an English clause that says why there is nothing. */
export type PackageLock =
  | {
      readonly kind: 'made';
      /** The text of `pylock.toml`. */
      readonly text: string;
      /** `uv 0.9.2`. */
      readonly tool: string;
    }
  | { readonly kind: 'none'; readonly why: string };

/** Seconds that a tool may take. */
export const LOCK_SECONDS = 120;

/** A larger answer is no lock of any environment. */
const MOST_BYTES = 20e6;

/**
 * Code that prints a line for `decodeLock`; asks the index that is set up where it runs, changes nothing there and builds
 * nothing, since that would run the code of packages.
 */
export function lockCode(environment: Environment | null): string {
  const pins = pinsOf(environment).filter(pin => !pin.includes(' @ '));
  const version = environment?.languageVersion ?? '';
  return pythonCall(PYTHON_LOCK, 'retrace_lock', {
    pins,
    version: /^\d+\.\d+(?:\.\d+)?$/.test(version) ? version : '',
    seconds: LOCK_SECONDS
  });
}

/** Packages from repositories and archives: nobody can lock them without fetching and building them. */
export function leftOutOfLock(environment: Environment | null): string[] {
  return pinsOf(environment).flatMap(pin => {
    const [name = '', address] = pin.split(' @ ');
    return address === undefined ? [] : [name];
  });
}

function pinsOf(environment: Environment | null): readonly string[] {
  return requirementsOf(neededPackages(environment?.packages ?? [])).pins;
}

/** What such code printed. */
export function decodeLock(printed: string): PackageLock {
  const { text, tool, why } = answerOf(printed, 'retrace_lock');
  if (why !== null) {
    return none(why);
  }
  if (!text?.includes('lock-version')) {
    return none('the program that asks for one did not finish');
  }
  if (text.length > MOST_BYTES) {
    return none('it would be too large');
  }
  const shared = withoutPasswords(text);
  return /(?:^|[{,])\s*(?:path\s*=|(?:url|index)\s*=\s*["']?file:)/m.test(
    shared
  )
    ? none('it would name files of the machine where it was made')
    : { kind: 'made', text: shared, tool: tool ?? 'a tool' };
}

function none(why: string): PackageLock {
  const plain = oneLine(withoutPasswords(why));
  return { kind: 'none', why: plain.trim().slice(0, 500) };
}

/** Addresses of an index of one's own may carry what opens it, before the host or as a query. */
function withoutPasswords(text: string): string {
  return text
    .replace(/(https?:\/\/)[^/\s"'@]+@/g, '$1')
    .replace(/(https?:\/\/[^\s"'?#]+)\?[^\s"'#]*/g, '$1');
}
