// A script of a shell -> its commands, one after the other.

/** Quoted texts, comments, and what ends a command outside of them. */
const PIECES =
  /"(?:[^"\\]|\\[^])*"|'[^']*'|\\[^]|(?<![^\s])#[^\n]*|\n|;|&&|\|\||[^]/g;
/** A text that stands on the lines below, up to a word. */
const HERE = /<<-?\s*(["']?)(\w+)\1/;

/** Commands in order; nothing where the script goes to another folder: paths are meant from there. */
export function commandsIn(script: string): readonly string[] {
  const commands = cutUp(withoutTexts(script));
  const isElsewhere = commands.some(one => /^(?:cd|pushd)\b/.test(one));
  return isElsewhere ? [] : commands;
}

function cutUp(script: string): readonly string[] {
  const commands = [''];
  for (const [piece] of script.matchAll(PIECES)) {
    if (/^(?:\n|;|&&|\|\|)$/.test(piece)) {
      commands.push('');
    } else if (!piece.startsWith('#')) {
      commands[commands.length - 1] += piece;
    }
  }
  return commands
    .map(one => one.trim().replace(/^(?:do|then|else)\s+/, ''))
    .filter(Boolean);
}

/** The script without texts that it hands to commands on lines of their own. */
function withoutTexts(script: string): string {
  const lines: string[] = [];
  let end: string | null = null;
  for (const line of script.split('\n')) {
    if (end === null) {
      lines.push(line);
      end = HERE.exec(line)?.[2] ?? null;
    } else if (line.trim() === end) {
      end = null;
    }
  }
  return lines.join('\n');
}
