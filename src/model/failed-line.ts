// The line of its own source at which an execution failed, as IPython's traceback tells.
import type { ErrorOutput } from './output';

/** How IPython 8.7 and later, and 8.0 to 8.6, point to the lines of cells: the count of the cell, then the line. */
const FRAMES =
  /\bCell In\s?\[(\d+)\], line (\d+)|\bInput In \[(\d+)\], in <cell line: (\d+)>/g;

/** What Python writes between an error and the one that came of it. */
const NEXT =
  /\n\s*(?:The above exception was the direct cause of the following exception|During handling of the above exception, another exception occurred):/;

const ESCAPE = '\u001b';
const COLOURS = new RegExp(`${ESCAPE}\\[[\\d;]*m`, 'g');

/** True for the name of an error by which Python refuses code before any of it runs. */
export function refusesCode(ename: string): boolean {
  return /^(?:Syntax|Indentation|Tab)Error$/.test(ename);
}

/**
 * Counts from 1. Of the cells in a traceback the one that ran last is the one that failed; its first line there is where it stood
 * in its own code; of errors that came of others the last one counts. Undefined where the traceback is of another form, or nothing
 * ran.
 */
export function failedLine({
  ename,
  traceback
}: ErrorOutput): number | undefined {
  if (refusesCode(ename)) {
    return undefined;
  }
  const text = traceback.join('\n').replace(COLOURS, '');
  const sections = text.split(NEXT);
  const frames = [...(sections.pop() ?? text).matchAll(FRAMES)].map(
    ([, count, line, oldCount, oldLine]) => ({
      count: Number(count ?? oldCount),
      line: Number(line ?? oldLine)
    })
  );
  const last = Math.max(...frames.map(({ count }) => count));
  return frames.find(({ count }) => count === last)?.line;
}
