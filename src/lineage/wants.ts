// What an execution asked for in vain, and where code asks for it.
import { escaped, type Execution } from '../model';
import { missedName } from './broken';
import { missedModule } from './lacked-modules';
import { refusedCall } from './refused-calls';

const OF_MODULE = /^module '[\w.]+' has no attribute '(\w+)'/;
const OF_OBJECT = /^'([\w.]+)' object has no attribute '(\w+)'/;

/** Types whose values have no attributes but those of their type. */
const IS_BARE =
  /^(?:str|bytes|int|float|complex|bool|NoneType|tuple|list|dict|set|frozenset|range|slice|(?:numpy\.)?(?:ndarray|u?int\d+|float\d+|bool_?|str_)|builtin_function_or_method|generator|\w+_iterator|map|filter|zip|enumerate)$/;

/** What was asked for in vain. */
export type Want = {
  /** The word in the code that asks for it. */
  readonly word: string;
  /** `type`: it hangs on the type of what was asked; `name`: on whether anything bound it; `module`: on a module. */
  readonly hangsOn: 'type' | 'name' | 'module';
  /** Of what type it was that has no such attribute; missing for all else. */
  readonly type?: string;
  /** True where it hangs on the type as long as it is called alone: values of the type may have attributes of their own. */
  readonly isCalled?: boolean;
};

/** What an execution stopped for want of; null where that is something else. */
export function wantOf(execution: Execution): Want | null {
  const { error } = execution;
  const name = missedName(execution);
  if (name !== null) {
    return { word: name, hangsOn: 'name' };
  }
  const module = missedModule(execution);
  const ofModule =
    module?.item ?? module?.name ?? missed(OF_MODULE, error)?.[1];
  if (ofModule !== undefined) {
    return { word: ofModule, hangsOn: 'module' };
  }
  const refused = refusedCall(execution);
  if (refused !== undefined) {
    return { word: refused, hangsOn: 'type' };
  }
  const [, type, word] = missed(OF_OBJECT, error) ?? [];
  return type === undefined || word === undefined
    ? null
    : { word, hangsOn: 'type', type, isCalled: !IS_BARE.test(type) };
}

function missed(
  pattern: RegExp,
  error: Execution['error']
): RegExpExecArray | null {
  return error?.ename === 'AttributeError' ? pattern.exec(error.evalue) : null;
}

/** True for a line that comes to what it asks for only where something else lets it. */
export function mayPassOver(line: string, want: Want): boolean {
  const plain = line.replace(/"[^"]*"|'[^']*'/g, '""').replace(/#.*/, '');
  const at = plain.search(askPattern(want));
  const [before, behind] = [plain.slice(0, at), plain.slice(at)];
  return (
    at < 0 ||
    /^\s*(?:if|elif|else|for|while|try|with)\b.*:\s/.test(before) ||
    /\S.*\b(?:and|or|if|else|for)\b/.test(before) ||
    /\b(?:if|for)\b/.test(behind)
  );
}

/** True where a line asks the value of a name itself for it; of what is nothing, others may be something. */
export function isAskedItself(
  { word, type }: Want,
  line: string,
  name: string
): boolean {
  const itself = `(?<![\\w.])${escaped(name)}\\s*\\.`;
  const what = type === undefined ? '' : `\\s*${escaped(word)}(?!\\w)`;
  return type !== 'NoneType' && new RegExp(itself + what).test(line);
}

/** True where a name stands in a line by itself. */
export function wordIn(line: string, name: string): boolean {
  return wordPattern(name).test(line);
}

/** Finds where it is asked for. */
export function askPattern({ word, isCalled = false }: Want): RegExp {
  return isCalled
    ? new RegExp(`\\.\\s*${escaped(word)}\\s*\\(`)
    : wordPattern(word);
}

/** Finds it where it stands by itself. */
function wordPattern(word: string): RegExp {
  return new RegExp(`(?<!\\w)${escaped(word)}(?!\\w)`);
}
