// Tasks for real kernels, each done once: answers are kept under the hash of the task.
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Seen } from '../../src/testing/truth/label';
import type { TruthLanguage } from './languages';

/** One cell for a kernel. */
export type TaskCell = {
  readonly cellId: string;
  readonly code: string;
  readonly mayRaise?: boolean;
};

/** One kernel's work. See execute.py. */
export type TaskKernel = {
  readonly cells: readonly TaskCell[];
  readonly stopOnError?: boolean;
  readonly seat?: number;
  readonly branch?: boolean;
  readonly document?: readonly TaskCell[];
};

/** What one program of kernels has to do. See execute.py. */
export type Task = {
  /** Python where it is absent. */
  readonly language?: TruthLanguage;
  readonly data: readonly string[];
  readonly probe?: string;
  readonly commId?: string;
  readonly label?: boolean;
  readonly timeout?: number;
  readonly kernels: readonly TaskKernel[];
};

/** What one execution did, as execute.py tells. */
export type Done = Seen & {
  readonly executionCount: number | null;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly report?: unknown;
};

/** What ipyflow says at the end. */
export type Suspects = {
  /** Cells that it would run again. */
  readonly stale: readonly string[];
  /** Cells that would read what a cell below them left. */
  readonly unsafe: readonly string[];
  /** Cells that it has seen run. */
  readonly known: readonly string[];
  readonly success: boolean;
};

/** What became of a task. */
export type Answer = {
  readonly kernels: readonly {
    readonly executions: readonly Done[];
    readonly environment: unknown;
    readonly suspects: Suspects | null;
  }[];
  /** A sentence where the task could not be done. */
  readonly problem?: string;
};

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** To be raised when execute.py answers otherwise than before. */
const ANSWERS = '1';
const ENDLESS = 'A cell took too long';
const LABELLERS: Readonly<Record<TruthLanguage, string>> = {
  python: 'truth_label.py',
  r: 'truth_label.R'
};

const hashOf = (...texts: readonly (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  texts.forEach(text => hash.update(text).update('\0'));
  return hash.digest('hex').slice(0, 32);
};

/** Tells the versions of the program that looks for the labels apart. */
function labellerOf({ language = 'python' }: Task): string {
  return hashOf(readFileSync(join(HERE, LABELLERS[language])));
}

/** A program that runs tasks in kernels of one Python, and a folder in which the answers stay. */
export class Kernels {
  /** How many tasks were really done. */
  executed = 0;
  /** How many answers were taken that another version of the probe had a part in. */
  fromEarlierProbe = 0;
  /** True while nothing may be executed. */
  isFrozen: boolean;

  constructor(
    private readonly python: string,
    private readonly cache: string,
    private readonly options: {
      readonly isFrozen: boolean;
      readonly flags?: readonly string[];
    }
  ) {
    this.isFrozen = options.isFrozen;
    mkdirSync(cache, { recursive: true });
    this.version = hashOf(python, ANSWERS);
  }

  /** The answer to a task; null where it is not kept and nothing may be executed. */
  async answer(task: Task): Promise<Answer | null> {
    const path = this.pathOf(task);
    if (existsSync(path)) {
      return JSON.parse(readFileSync(path, 'utf8')) as Answer;
    }
    const earlier = this.isFrozen ? this.earlier(path) : null;
    if (earlier !== null) {
      this.fromEarlierProbe += 1;
      return JSON.parse(readFileSync(earlier, 'utf8')) as Answer;
    }
    if (this.isFrozen) {
      return null;
    }
    const answer = await this.execute(task);
    // A kernel that did not start may start the next time; a cell that never ends never ends.
    if (!answer.problem || answer.problem.startsWith(ENDLESS)) {
      writeFileSync(path, JSON.stringify(answer));
    }
    return answer;
  }

  /** Ends the program. */
  close(): void {
    this.process?.stdin?.end();
  }

  /** What the probe has to do with an answer stands last in the name, so that answers to other probes are found. */
  private pathOf({ probe, ...task }: Task): string {
    const files = task.data.map(path => readFileSync(path));
    const programs = this.version + (task.label ? labellerOf(task) : '');
    const key = hashOf(programs, JSON.stringify(task), ...files);
    const mark = probe === undefined ? '' : `-${hashOf(probe).slice(0, 8)}`;
    return join(this.cache, `${key}${mark}.json`);
  }

  /** The newest answer to the same task with another probe. */
  private earlier(path: string): string | null {
    const [key = ''] = basename(path).split(/[-.]/);
    this.names ??= readdirSync(this.cache);
    const found = this.names
      .filter(name => name.startsWith(`${key}-`))
      .map(name => join(this.cache, name))
      .map(file => ({ file, time: statSync(file).mtimeMs }))
      .sort((one, other) => other.time - one.time);
    return found[0]?.file ?? null;
  }

  private execute(task: Task): Promise<Answer> {
    this.process ??= this.start();
    this.executed += 1;
    const id = this.executed;
    return new Promise(resolve => {
      this.waiting.set(id, resolve);
      this.process?.stdin?.write(`${JSON.stringify({ ...task, id })}\n`);
    });
  }

  private start(): ChildProcess {
    const args = [join(HERE, 'execute.py'), ...(this.options.flags ?? [])];
    // Notebooks that set up git set up one of their own.
    const git = { GIT_CONFIG_GLOBAL: join(this.cache, 'gitconfig') };
    const child = spawn(this.python, args, {
      env: { ...process.env, ...git },
      stdio: ['pipe', 'pipe', 'inherit']
    });
    createInterface({ input: child.stdout }).on('line', line => {
      const { id, ...answer } = JSON.parse(line) as Answer & { id: number };
      this.waiting.get(id)?.(answer);
      this.waiting.delete(id);
    });
    child.on('exit', code => {
      this.waiting.forEach(resolve =>
        resolve({ kernels: [], problem: `The executor ended with ${code}.` })
      );
      this.waiting.clear();
    });
    return child;
  }

  private readonly version: string;
  private names: readonly string[] | null = null;
  private process: ChildProcess | null = null;
  private readonly waiting = new Map<number, (answer: Answer) => void>();
}
