// retrace: from the arguments to a command.
import { analyse } from './analyse';
import { bundle } from './bundle';
import { check } from './check';
import { refuse, type Command } from './command';
import type { ExitCode, Io } from './io';
import { probe } from './probe';
import { slice } from './slice';
import { verify } from './verify';

const commands: readonly Command[] = [
  check,
  analyse,
  slice,
  bundle,
  verify,
  probe
];

const HELP = `Usage: retrace COMMAND …

${commands.map(({ name, summary }) => `  ${name.padEnd(9)}${summary}`).join('\n')}

  --help     what a command does: retrace check --help
  --version  the version of Retrace
`;

/** Runs the command that the arguments name. */
export function main(
  args: readonly string[],
  io: Io,
  version: string
): ExitCode | Promise<ExitCode> {
  const [first, ...rest] = args;
  const command = commands.find(({ name }) => name === first);
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  if (options.some(each => each === '--help' || each === '-h')) {
    io.out(command?.help ?? HELP);
    return 0;
  }
  if (options.includes('--version')) {
    io.out(`${version}\n`);
    return 0;
  }
  if (command) {
    return command.run(rest, io);
  }
  const names = commands.map(({ name }) => name).join(', ');
  return refuse(
    io,
    first === undefined
      ? `No command was given; there are ${names}. See retrace --help`
      : `There is no command “${first}”; there are ${names}`
  );
}
