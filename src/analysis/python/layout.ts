// What IPython takes off a cell before Python sees it: common indentation and prompts.

/**
 * The source with line ends for what is taken off, so that offsets stay: empty lines mean nothing where a statement
 * starts.
 */
export function straighten(source: string): string {
  if (isStraight(source)) {
    return source;
  }
  const plain = source.replace(/^\ufeff/, '\n');
  return withoutIndentation(withoutPrompts(withoutFeeds(plain)));
}

/** True for most: code begins at the margin, and with no prompt. */
function isStraight(source: string): boolean {
  const first = source.charAt(0);
  return (
    first.trim() !== '' &&
    first !== '>' &&
    first !== 'I' &&
    !source.includes('\f')
  );
}

const lineEnds = (text: string): string => '\n'.repeat(text.length);

/** A form feed starts the column again. */
function withoutFeeds(source: string): string {
  return source.includes('\f')
    ? source.replace(/(?<=^|[\n\r])[ \t\f]*\f/g, lineEnds)
    : source;
}

function withoutPrompts(source: string): string {
  if (/^\s*>>>(?: |$)/m.test(firstLine(source))) {
    return source.replace(
      /(?<=^|[\n\r])[ \t]*(?:>>>|\.\.\.)(?: |(?=[\n\r]|$))/g,
      lineEnds
    );
  }
  if (/^\s*In \[\d+\]: /.test(firstLine(source))) {
    return source.replace(
      /(?<=^|[\n\r])[ \t]*(?:In \[\d+\]: |\.{3,}: )/g,
      lineEnds
    );
  }
  return source;
}

/** The indentation of the first line is taken off each line that starts with it. */
function withoutIndentation(source: string): string {
  const indentation = /^[ \t]+(?=[^\s])/.exec(firstLine(source))?.[0];
  if (!indentation) {
    return source;
  }
  const lines = source.split(/(?<=\n|\r(?!\n))/);
  return lines
    .map((line, index) => {
      const isContinued = /\\\r?\n?$/.test(lines[index - 1] ?? '');
      return line.startsWith(indentation) && !isContinued
        ? lineEnds(indentation) + line.slice(indentation.length)
        : line;
    })
    .join('');
}

/** The first line with something on it. */
function firstLine(source: string): string {
  return /(?:^|[\n\r])([ \t]*[^\s][^\n\r]*)/.exec(source)?.[1] ?? '';
}
