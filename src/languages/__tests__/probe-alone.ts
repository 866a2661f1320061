// The probe in a plain Python, without a kernel, for faults that would break a kernel. Needs the project's venv.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import {
  decodeProbeMessage,
  withCode,
  withPart,
  type ProbeMessage
} from '../../recording';
import {
  asRunId,
  emptyContext,
  type Environment,
  type RunContext
} from '../../model';
import { pythonProbe } from '../python.probe';
import { interpreter, root } from './probe-session';

/** What the probe said in one world. */
export type Told = {
  readonly environment: Environment;
  readonly context: RunContext;
  readonly messages: readonly ProbeMessage[];
  /** What the process printed besides. */
  readonly printed: string;
};

/** Starts the probe in a world made to order. Programs get a fraction of a second. */
export function probeAlone(
  options: {
    /** Python that runs before the probe starts. */
    readonly before?: string;
    /** Python that runs when it has told all. */
    readonly after?: string;
    readonly env?: { readonly [name: string]: string };
    readonly cwd?: string;
    readonly python?: string;
    /** Seconds that each program gets. */
    readonly patience?: number;
  } = {}
): Told {
  const { before = '', after = '', env = {}, cwd, patience = 20 } = options;
  const source = pythonProbe.source
    .replace('TOOL_SECONDS = 5', `TOOL_SECONDS = ${patience}`)
    .replace('GIT_SECONDS = 5', `GIT_SECONDS = ${patience}`);
  const { status, stderr, stdout } = spawnSync(
    options.python ?? interpreter,
    [join(root, 'src', 'testing', 'probe_alone.py')],
    {
      input: JSON.stringify({ before, source, after }),
      encoding: 'utf8',
      env: { ...process.env, ...env },
      maxBuffer: 1 << 28,
      ...(cwd === undefined ? {} : { cwd })
    }
  );
  if (status !== 0) {
    throw new Error(stderr);
  }
  const lines = stdout.trimEnd().split('\n');
  const sent = JSON.parse(lines.pop() ?? '') as unknown[];
  const messages = sent.map(data => {
    const decoded = decodeProbeMessage(data);
    if (!decoded.ok) {
      throw new Error(decoded.reason);
    }
    return decoded.value;
  });
  return {
    environment: environmentOf(messages),
    context: messages.reduce(
      (context, message) =>
        message.kind === 'code' ? withCode(context, message.part) : context,
      emptyContext(asRunId('r1'))
    ),
    messages,
    printed: lines.join('\n')
  };
}

function environmentOf(messages: readonly ProbeMessage[]): Environment {
  let environment: Environment | null = null;
  for (const message of messages) {
    if (message.kind === 'hello') {
      environment = message.environment;
    } else if (message.kind === 'details' && environment !== null) {
      environment = withPart(environment, message.part);
    }
  }
  if (environment === null) {
    throw new Error('The probe told no environment.');
  }
  return environment;
}
