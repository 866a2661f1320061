// What a command of the command line is, and how its arguments are read.
import { parseArgs } from 'node:util';

import { fail, messageOf, succeed, type Result } from '../model';
import type { ExitCode, Io } from './io';

/** One command: `retrace NAME …`. */
export type Command = {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The whole text of `--help`. */
  readonly help: string;
  /** A promise from a command that waits for kernels. */
  run(args: readonly string[], io: Io): ExitCode | Promise<ExitCode>;
};

/** Options by name; `boolean` ones take no value, `strings` may be given more than once. */
export type OptionTypes = {
  readonly [name: string]: 'boolean' | 'string' | 'strings';
};

/** Arguments as they were given. */
export type Arguments = {
  readonly files: readonly string[];
  flag(name: string): boolean;
  /** Null when it was not given. */
  text(name: string): string | null;
  /** Each value of an option that may be repeated, in order. */
  list(name: string): readonly string[];
};

/** Reads the arguments of a command; what it does not know becomes the reason. */
export function readArguments(
  args: readonly string[],
  types: OptionTypes
): Result<Arguments> {
  const options = Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      name,
      type === 'strings'
        ? { type: 'string' as const, multiple: true }
        : { type }
    ])
  );
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true
    });
    return succeed({
      files: positionals,
      flag: name => values[name] === true,
      text: name => {
        const value = values[name];
        return typeof value === 'string' ? value : null;
      },
      list: name => {
        const value = values[name];
        return Array.isArray(value)
          ? value.filter(each => typeof each === 'string')
          : [];
      }
    });
  } catch (error) {
    const message = messageOf(error);
    return fail(message.split(/\. |\n/)[0] ?? message);
  }
}

/** Says on standard error what is wrong with the input; gives the exit code for it. */
export function refuse(io: Io, ...parts: readonly string[]): ExitCode {
  io.err(`retrace: ${parts.join(': ').replace(/\.?$/, '.')}\n`);
  return 2;
}

/** How a file is called in messages. */
export function fileLabel(path: string): string {
  return path === '-' ? '<stdin>' : path;
}
