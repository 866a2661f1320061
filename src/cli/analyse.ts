// retrace analyse: what the source of each cell does to names.
import { fileLabel, readArguments, refuse, type Command } from './command';
import { factsOf, type CellFacts } from './cell-facts';
import { readSources } from './read-sources';

/** Prints what each cell binds, reads, updates and deletes. */
export const analyse: Command = {
  name: 'analyse',
  summary: 'tell what each cell binds, reads, updates and deletes',
  help: `Usage: retrace analyse [--json] FILE

Tells for each code cell what its source does to the notebook's namespace; nothing is run. FILE is a notebook, a history
file or a Python script, whose cells begin at “# %%” lines; “-” reads standard input.

  --json  a list with one object for each code cell: cellId, index, bindings, references, updates, deletes, imports,
          completeness, unanalysed, possibleUpdates

bindings         names that the cell leaves bound, those that only some ways through the cell bind among them
references       names that the cell reads from the namespace before it surely bound them itself, builtins left out;
                 among them names whose value it updates, and names that the functions, lambdas and classes which it
                 defines read from the namespace when they are called
updates          names whose value the cell changes in place, by syntax or by a call that is known to
possibleUpdates  names whose value a call may change, as far as the source tells
deletes          names that it deletes and does not bind again
imports          top-level modules
unanalysed       what was not understood: place and reason; empty when completeness is “complete”

Exit code: 0 done, 2 bad input.
`,
  run(args, io) {
    const read = readArguments(args, { json: 'boolean' });
    if (!read.ok) {
      return refuse(io, 'analyse', read.reason);
    }
    const { files, flag } = read.value;
    const [file] = files;
    if (file === undefined || files.length > 1) {
      return refuse(io, 'analyse', 'One file is wanted');
    }
    const found = readSources(file, io);
    if (!found.ok) {
      return refuse(io, fileLabel(file), found.reason);
    }
    const facts = found.value.cells.map(cell =>
      factsOf(cell, found.value.analyse)
    );
    io.out(
      flag('json')
        ? `${JSON.stringify(facts, null, 2)}\n`
        : facts.map(asText).join('')
    );
    return 0;
  }
};

function asText(facts: CellFacts): string {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['binds', facts.bindings],
    ['reads', facts.references],
    ['updates', facts.updates],
    ['may update', facts.possibleUpdates],
    ['deletes', facts.deletes],
    ['imports', facts.imports],
    ['not understood', facts.unanalysed.map(({ reason }) => reason)]
  ];
  const said = parts
    .filter(([, names]) => names.length > 0)
    .map(([verb, names]) => `${verb} ${names.join(', ')}`);
  return `cell[${facts.index}] ${said.join('; ') || 'does nothing to names'}\n`;
}
