// Runs other programs: quietly, with what they said only when they fail, or in the foreground.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

import { root } from './places.mjs';

/** How many of the last lines of a failed program are worth showing. */
const SHOWN_LINES = 60;

/** An expected failure: its message is a sentence for the user, with no stack. */
export class Stop extends Error {}

/**
 * Runs a program to its end and gives its output.
 * Throws a `Stop` with the title and the end of the output when it fails.
 */
export async function run(title, command, args, options = {}) {
  const { status, output } = await capture(command, args, options);
  if (status !== 0) {
    const lines = output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
    throw new Stop(`${title} failed (exit ${status}).\n${lines}`);
  }
  return output;
}

/** Runs a program to its end, whatever comes of it. Status is -1 when it could not be started. */
export function capture(command, args, options = {}) {
  return new Promise(resolve => {
    const chunks = [];
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...options
    });
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.stderr.on('data', chunk => chunks.push(chunk));
    child.on('error', error => resolve({ status: -1, output: error.message }));
    child.on('close', (code, signal) =>
      resolve({
        status: code ?? signal ?? -1,
        output: Buffer.concat(chunks).toString()
      })
    );
  });
}

/**
 * Runs a program in the foreground and gives its exit code.
 * A terminal sends Ctrl-C to the program as well, so here it only must not end us first.
 */
export function foreground(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      ...options
    });
    const pass = signal => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) {
        child.kill(signal);
      }
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    signals.forEach(signal => process.on(signal, pass));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      signals.forEach(each => process.off(each, pass));
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/** How to start npm: the one that started us, else the one beside this Node, else the one on the path. */
export function npm(args) {
  const beside = join(
    dirname(process.execPath),
    ...(process.platform === 'win32' ? [] : ['..', 'lib']),
    'node_modules',
    'npm',
    'bin',
    'npm-cli.js'
  );
  const script = [process.env.npm_execpath, beside].find(
    path => path && /npm-cli\.[cm]?js$/.test(path) && existsSync(path)
  );
  return script
    ? { command: process.execPath, args: [script, ...args] }
    : { command: 'npm', args };
}

/** The full path of the first of some commands that is on the path; undefined when none is. */
export function which(...names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap(name =>
      folders.flatMap(folder => endings.map(end => join(folder, name + end)))
    )
    .find(path => existsSync(path));
}

/** Runs an entry script: a `Stop` becomes its sentence and exit code 1. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  }
}
