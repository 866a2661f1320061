// The decorators of definitions, as a normalised source has them: one statement a line, a blank between tokens.

/** The lines of decorators above all functions of a name, or above the methods of all classes of a name. */
export function decoratorsOf(
  normalised: string,
  name: string,
  isClass: boolean
): readonly string[] {
  const lines = normalised.split('\n');
  const word = isClass ? `class ${name} ` : `def ${name} `;
  return lines.flatMap((line, at) => {
    const isDefinition = line
      .trim()
      .replace(/^async /, '')
      .startsWith(word);
    if (!isDefinition) {
      return [];
    }
    return isClass ? within(lines, at) : above(lines, at);
  });
}

function within(lines: readonly string[], at: number): readonly string[] {
  const rest = lines.slice(at + 1);
  const end = rest.findIndex(line => !line.startsWith('\t'));
  return rest.slice(0, end < 0 ? rest.length : end).filter(isDecorator);
}

function above(lines: readonly string[], at: number): readonly string[] {
  let from = at;
  while (isDecorator(lines[from - 1])) {
    from -= 1;
  }
  return lines.slice(from, at);
}

function isDecorator(line: string | undefined): boolean {
  return line?.trim().startsWith('@') ?? false;
}
