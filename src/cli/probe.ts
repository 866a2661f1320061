// retrace probe: the source of a probe as the extension sends it.
import { languageOf, languages } from '../languages';
import { readArguments, refuse, type Command } from './command';

const known = languages.flatMap(({ id, probe }) => (probe ? [id] : []));

/** Prints the probe of one kernel language, byte for byte. */
export const probe: Command = {
  name: 'probe',
  summary: 'print the code that the extension sends to a kernel',
  help: `Usage: retrace probe LANGUAGE

Prints the probe of a kernel language exactly as the extension sends it, with nothing before or after it. Send it as a
silent execute request that is not stored in the history; from then on the kernel reports each execution as the \`data\`
of one comm message under that execution's request.

Languages: ${known.join(', ')}
`,
  run(args, io) {
    const read = readArguments(args, {});
    if (!read.ok) {
      return refuse(io, 'probe', read.reason);
    }
    const { files } = read.value;
    const list = `Known languages: ${known.join(', ')}`;
    const [language] = files;
    if (language === undefined || files.length > 1) {
      return refuse(io, 'probe', `One language is wanted. ${list}`);
    }
    const found = languageOf(language)?.probe;
    if (!found) {
      return refuse(
        io,
        'probe',
        `There is no probe for “${language}”. ${list}`
      );
    }
    io.out(found.source);
    return 0;
  }
};
