// From a path to a recording: a history file or a notebook, told apart by what is in it.
import {
  decodeHistoryFile,
  fail,
  isHistoryFile,
  messageOf,
  succeed,
  type Result
} from '../model';
import { fromHistoryFile } from './from-history-file';
import { fromNotebook } from './from-notebook';
import type { Io } from './io';
import { decodeNotebook } from './notebook-file';
import type { Recording } from './recording';

/** A file that was understood, with its text. */
export type ReadFile = {
  readonly recording: Recording;
  readonly text: string;
  readonly kind: 'history' | 'notebook';
};

/** Reads a notebook or a history file; the reason is a sentence without the path. */
export function readRecording(path: string, io: Io): Result<ReadFile> {
  const content = io.read(path);
  return content.ok ? recordingFrom(content.text, path) : content;
}

/** The same from a text that was read already. */
export function recordingFrom(text: string, path: string): Result<ReadFile> {
  if (text.trim() === '') {
    return fail('The file is empty.');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return fail(`The file is not JSON: ${parserMessageOf(error)}.`);
  }
  if (isHistoryFile(value)) {
    const file = decodeHistoryFile(value);
    return file.ok
      ? succeed({
          recording: fromHistoryFile(file.value),
          text,
          kind: 'history'
        })
      : file;
  }
  if (!isNotebook(value)) {
    return fail('The file is neither a notebook nor a history file.');
  }
  const file = decodeNotebook(value);
  return file.ok
    ? succeed({
        recording: fromNotebook(file.value, path),
        text,
        kind: 'notebook'
      })
    : file;
}

function isNotebook(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'nbformat' in value;
}

/** What the parser says, on one line and without the text that it quotes. */
function parserMessageOf(error: unknown): string {
  return (messageOf(error).split('\n')[0] ?? '')
    .replace(/, ".*$/, '')
    .replace(/\.$/, '');
}
