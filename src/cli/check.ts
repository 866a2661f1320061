// retrace check: findings as a linter prints them.
import { fileLabel, readArguments, refuse, type Command } from './command';
import { checkRecording, type Checked } from './findings';
import { asGithub } from './format-github';
import { asJson } from './format-json';
import { asText } from './format-text';
import type { ExitCode, Io } from './io';
import { readRecording } from './read-recording';

/** One file with the answer about it, or why there is none. */
export type CheckedFile = {
  readonly file: string;
  readonly text: string;
  readonly kind: 'history' | 'notebook';
  readonly checked: Checked;
};

const FORMATS = ['text', 'json', 'github'];

/** Tells which outputs of notebooks a fresh run would not give again. */
export const check: Command = {
  name: 'check',
  summary: 'tell which outputs a restart-and-run-all would not give again',
  help: `Usage: retrace check [--json | --format text|json|github] FILE…

Tells for each code cell whether restarting the kernel and running all cells would show its output again, and why not.
FILE is a notebook (.ipynb), of which the saved execution counts, sources and outputs are read, or a history file, which
“Export History” writes and which knows everything that ran. “-” reads standard input.

  --format text    file:cell[3]:line:column CODE sentence   (the default; cells are counted from 0)
  --format json    {"cells": [...], "summary": {...}}; for several files a list of those, each with its "file"
  --format github  workflow commands, which GitHub shows beside the lines of a pull request
  --json           the same as --format json

Verdicts: same, differs, fails, random, unrun, unknown. Lines with “note:” speak of what may change an output on another
day or another machine alone; they are no findings.
Exit code: 0 nothing found, 1 findings, 2 bad input.
`,
  run(args, io) {
    const read = readArguments(args, { json: 'boolean', format: 'string' });
    if (!read.ok) {
      return refuse(io, 'check', read.reason);
    }
    const { files, flag, text } = read.value;
    const format = text('format') ?? (flag('json') ? 'json' : 'text');
    if (!FORMATS.includes(format) || (flag('json') && format !== 'json')) {
      return refuse(io, 'check', `The format is one of ${FORMATS.join(', ')}`);
    }
    if (files.length === 0) {
      return refuse(io, 'check', 'No file was given');
    }
    return checkFiles(files, format, io);
  }
};

function checkFiles(
  files: readonly string[],
  format: string,
  io: Io
): ExitCode {
  let code: ExitCode = 0;
  const done: CheckedFile[] = [];
  for (const file of files) {
    const read = readRecording(file, io);
    if (!read.ok) {
      code = refuse(io, fileLabel(file), read.reason);
      continue;
    }
    const { kind, recording, text } = read.value;
    const checked = checkRecording(recording, io.now());
    const one = { file: fileLabel(file), text, kind, checked };
    code = Math.max(code, hasFindings(checked) ? 1 : 0) as ExitCode;
    done.push(one);
    if (format !== 'json') {
      io.out(format === 'github' ? asGithub(one) : asText(one));
    }
  }
  if (format === 'json' && (done.length > 0 || files.length > 1)) {
    io.out(asJson(done, files.length > 1));
  }
  return code;
}

function hasFindings({ cells, hazards }: Checked): boolean {
  return (
    hazards.some(({ isAdvice }) => !isAdvice) ||
    cells.some(({ verdict }) => verdict === 'differs' || verdict === 'fails')
  );
}
