// Cells in a real kernel with the probe, for the specs of the probe. Needs the project's venv.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { decodeProbeMessage, type ProbeReport } from '../../recording';
import { pythonProbe, pythonProbeWith } from '../python.probe';

export type Message = [
  channel: string,
  type: string,
  content: { readonly [name: string]: unknown }
];

type Output = { readonly type: string; readonly [field: string]: unknown };

export const root = join(__dirname, '..', '..', '..');
/** That of the project, or another one that an environment variable names. */
export const interpreter =
  process.env.RETRACE_TEST_PYTHON ?? join(root, '.venv', 'bin', 'python');

/** Whether there is a Python with a kernel. */
export const hasKernel =
  existsSync(interpreter) &&
  spawnSync(interpreter, ['-c', 'import ipykernel, jupyter_client']).status ===
    0;

/** Whether the system of that kernel tells which files were opened. */
export const hasWatches = hasKernel && process.platform === 'linux';

export const install = { code: pythonProbe.source, silent: true };

/** The same with time enough for what can be read at all, however slow the machine is. */
export const unhurried = {
  code: pythonProbeWith({ budgetMs: 1000 }).source,
  silent: true
};

/** Python for what the probe's own code sees, in a kernel that has it. */
export const scopeOfProbe = 'get_ipython()._retrace_greet.__globals__';

/** A cell, or a message to a comm. */
type Request =
  | string
  | { code: string; silent: boolean }
  | { type: 'comm_open' | 'comm_msg'; content: object };

/** Runs cells in one kernel, that of a kernelspec; gives the messages of each. */
export function session(
  cells: readonly Request[],
  env: { readonly [name: string]: string } = {},
  kernel = 'python3',
  cwd?: string
): Message[][] {
  const input = cells.map((cell, index) =>
    typeof cell === 'string' ? { code: cell, cellId: `c${index}` } : cell
  );
  const script = join(root, 'src', 'testing', 'probe_session.py');
  const { stdout, stderr, status } = spawnSync(interpreter, [script], {
    input: JSON.stringify({ cells: input, kernel }),
    encoding: 'utf8',
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
    maxBuffer: 1 << 28
  });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return JSON.parse(stdout) as Message[][];
}

/** The report among a cell's messages. */
export function reportOf(
  messages: readonly Message[] | undefined
): ProbeReport {
  for (const [, type, content] of messages ?? []) {
    const decoded = type === 'comm_msg' && decodeProbeMessage(content.data);
    if (decoded && decoded.ok && decoded.value.kind === 'report') {
      return decoded.value.report;
    }
  }
  throw new Error('The cell has no report.');
}

/** Reports of the cells, after an installation. */
export function reports(...cells: readonly string[]): ProbeReport[] {
  return session([install, ...cells])
    .slice(1)
    .map(reportOf);
}

/** Text of a cell's result. */
export function textOf(messages: readonly Message[] | undefined): string {
  const found = messages?.find(([, type]) => type === 'execute_result');
  const data = found?.[2].data as { readonly 'text/plain': string } | undefined;
  return data?.['text/plain'] ?? '';
}

/** Printed text is one, however many messages carried it. */
function joined(found: readonly Output[]): readonly Output[] {
  const kept: Output[] = [];
  for (const output of found) {
    const last = kept.pop();
    const isMore =
      last &&
      output.type === 'stream' &&
      last.type === 'stream' &&
      last.name === output.name;
    if (isMore) {
      kept.push({
        ...last,
        text: `${String(last.text)}${String(output.text)}`
      });
    } else {
      kept.push(...(last ? [last] : []), output);
    }
  }
  return kept;
}

/** What a cell printed, raised and gave, in order. */
export function outputsOf(messages: readonly Message[]): readonly Output[] {
  return joined(
    messages
      .filter(([, type]) =>
        /^(?:stream|error|execute_result|display_data)$/.test(type)
      )
      .map(([, type, { name, text, ename, evalue, data }]) => ({
        type,
        name,
        text,
        ename,
        evalue,
        data
      }))
  );
}
