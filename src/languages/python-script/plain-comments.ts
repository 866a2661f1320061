// Comments that tools take for something else: a metadata block, the mark of a cell, a magic.
import { applyEdits, lineStartsInStrings } from './edits';

/**
 * What readers of percent scripts see in a comment line: marks of cells, and lines that they turn back into magics,
 * shell commands and requests for help.
 */
const TAKEN =
  /^[ \t]*(?:#[ \t]*)+(?:\/\/\/|[%?!]|<codecell>|In ?\[|[A-Za-z_]\w*\s*=\s*[%!]|(?:cat|cd|copy|cp|ddir|echo|ldir|ls|mkdir|mv|ren|rm|rmdir)(?:\s|$)|\S*\?\s*$)/;

/** Code whose comments are comments to every reader; null where a string of it holds a line that is not. */
export function withPlainComments(code: string): string | null {
  const inStrings = lineStartsInStrings(code);
  const edits: { from: number; to: number; text: string }[] = [];
  let at = 0;
  for (const line of code.split('\n')) {
    if (inStrings.has(at)) {
      if (OPENS_BLOCK.test(line)) {
        return null;
      }
    } else if (TAKEN.test(line)) {
      const mark = at + line.indexOf('#') + 1;
      edits.push({ from: mark, to: mark, text: ':' });
    }
    at += line.length + 1;
  }
  return applyEdits(code, edits);
}

/** A line that opens or ends a metadata block or a cell wherever it stands, in a string too. */
export const OPENS_BLOCK = /^\s*#\s*(?:%%|<codecell>|In ?\[)|^# \/\/\//;
