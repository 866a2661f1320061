// Changes in place that were refused before they began: a column that is gone already, a key that is missing, labels that do not fit.
import type { Execution } from '../model';
import type { Prepared } from './prepared';

/** What is said of a value that is not there, or does not fit. */
const REFUSED = /^(?:Key|Index|Value|Attribute)Error$/;
/** One name and what is reached from it by constants: `x`, `x.a`, `x["a"].b`. */
const PLACE = /^[\w.]+(?:\[[^[\]()]*\][\w.]*)*$/;
/** Methods that look before they change anything, whatever they belong to. */
const CAREFUL =
  /^(?:drop|set_index|insert|pop|popitem|popleft|remove|remove_(?:node|edge))$/;
const CALL = /^(?:\w+\s*=\s*)?([^()=]+)\.(\w+)\s*\(([^]*)\)$/;
const DELETION = /^del\s+([^,]+)$/;
const ASSIGNMENT = /^([^=()]+?)\s*(?:[-+*/%]|\/\/)?=(?!=)\s*([^]*)$/;
/** Calls, and assignments within expressions. */
const DOING = /[\w\])]\s*\(|:=/;

/** True where the statement that begins at an offset, and was refused, has changed nothing. */
export function isRefusedChange(
  { source, analysis }: Prepared,
  { status, error, report }: Execution,
  from: number
): boolean {
  if (
    status !== 'error' ||
    report !== null ||
    from < 0 ||
    !REFUSED.test(error?.ename ?? '')
  ) {
    return false;
  }
  const end = analysis.ends?.find(one => one > from + 1) ?? source.length;
  const statement = source.slice(from, end).trim();
  const call = CALL.exec(statement);
  if (call) {
    const [, owner = '', word = '', given = ''] = call;
    return PLACE.test(owner) && CAREFUL.test(word) && !DOING.test(given);
  }
  const deleted = DELETION.exec(statement)?.[1];
  if (deleted !== undefined) {
    return PLACE.test(deleted);
  }
  const [, target = '', value = ''] = ASSIGNMENT.exec(statement) ?? [];
  return PLACE.test(target) && !DOING.test(value);
}
