// What the R probe tells of the code beside the notebook, in a real IRkernel. Needs R with IRkernel and git.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { emptyContext, asRunId, type RunContext } from '../../model';
import { decodeProbeMessage, withCode } from '../../recording';
import { rProbeWith } from '../r.probe';
import { gitIn } from './git-in';
import { outputsOf, reportOf, session, type Message } from './probe-session';

const hasR = spawnSync('Rscript', ['-e', 'library(IRkernel)']).status === 0;
const inKernel = hasR ? describe : describe.skip;

// With time enough on a busy machine.
const { source } = rProbeWith({ budgetMs: 1000 });
/** For a git that never answers. */
const hurried = { code: source, silent: true };
/** For one that answers, however slow the machine is. */
const install = {
  code: source.replace('GIT_SECONDS <- 1\n', 'GIT_SECONDS <- 300\n'),
  silent: true
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retrace-r-code-'));
  mkdirSync(join(folder, 'work'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (path: string, text: string): void =>
  writeFileSync(join(folder, path), text);

const git = (...args: readonly string[]): string => gitIn(folder, ...args);

const inR = (
  cells: Parameters<typeof session>[0],
  env: { readonly [name: string]: string } = {}
): Message[][] => session(cells, env, 'ir', join(folder, 'work'));

/** What was told of the code so far, and whether all of it was understood. */
function contextOf(messages: readonly (readonly Message[])[]): RunContext {
  let context = emptyContext(asRunId('r1'));
  for (const [, type, content] of messages.flat()) {
    const decoded = type === 'comm_msg' && decodeProbeMessage(content.data);
    if (decoded && decoded.ok) {
      expect(decoded.value).toMatchObject({ dropped: 0 });
    }
    if (decoded && decoded.ok && decoded.value.kind === 'code') {
      context = withCode(context, decoded.value.part);
    }
  }
  return context;
}

inKernel('beside a notebook of R', () => {
  it('the repository is told with its commit, and files that cells source with their text where no commit holds it', () => {
    git('init', '-q', '-b', 'main');
    git('remote', 'add', 'origin', 'https://ada:secret@host.example/study.git');
    write('work/kept.R', 'kept <- 1\n');
    write('work/study.ipynb', '{}\n');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    write('work/kept.R', 'kept <- 2\n');
    write('work/study.ipynb', '{"a": 1}\n');
    write('work/my-helper.R', 'source("inner.R")\nhelp <- function() "grün"\n');
    write('work/inner.R', 'inner <- 3\n');
    const cells = [
      'source("kept.R"); kept',
      'name <- "my-helper.R"; source(name); help()',
      'cat("inner <- 4\\n", file = "inner.R")',
      'source(file.path(".", "inner.R")); inner',
      'inner',
      'if (FALSE) source("nowhere.R")'
    ];
    const [greeting, ...run] = inR([install, ...cells]);
    expect(contextOf([greeting ?? []])).toMatchObject({
      git: {
        remote: 'https://host.example/study.git',
        branch: 'main',
        commit: git('rev-parse', 'HEAD'),
        isDirty: true,
        diff: expect.stringContaining('+kept <- 2')
      },
      modules: [],
      unknown: {}
    });
    const context = contextOf([greeting ?? [], ...run]);
    expect(context.git?.diff).not.toContain('ipynb');
    expect(context.modules.map(({ path, text }) => [path, text])).toEqual([
      ['inner.R', 'inner <- 4\n'],
      ['my-helper.R', 'source("inner.R")\nhelp <- function() "grün"\n']
    ]);
    const states = run.map(messages =>
      reportOf(messages).report.localModules?.map(
        ({ path, state }) => `${path} ${state}`
      )
    );
    expect(states).toEqual([
      ['kept.R imported'],
      ['my-helper.R imported', 'inner.R imported'],
      ['inner.R changed'],
      ['inner.R reloaded'],
      [],
      []
    ]);
    git('checkout', '-q', '--', 'work/kept.R');
    write('work/inner.R', 'inner <- 3\n');
    const bare = inR(cells);
    write('work/kept.R', 'kept <- 2\n');
    expect(run.slice(1).map(outputsOf)).toEqual(bare.slice(1).map(outputsOf));
  });

  it('a commit or a checkout during the run is told as of the execution after which it was seen; the first state stays', () => {
    git('init', '-q', '-b', 'main');
    write('work/kept.R', 'kept <- 1\n');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    const first = git('rev-parse', 'HEAD');
    const terminal = (args: string) =>
      `invisible(system("git -c user.name=Ada -c user.email=ada@example.org ${args}"))`;
    const messages = inR([
      install,
      '1',
      terminal('commit -q --allow-empty -m second'),
      '2',
      terminal('checkout -q --detach HEAD~1'),
      'cat("kept <- 2\\n", file = "kept.R"); source("kept.R")',
      install
    ]);
    const requests = messages.slice(1, -1).map(each => reportOf(each).msgId);
    const second = git('rev-parse', 'main');
    const { git: start, gitChanges } = contextOf(messages);
    expect(start).toMatchObject({ commit: first, branch: 'main' });
    expect(gitChanges).toMatchObject([
      { after: `r1/${requests[1]}`, git: { commit: second, branch: 'main' } },
      { after: `r1/${requests[3]}`, git: { commit: first, branch: '' } },
      {
        after: `r1/${requests[4]}`,
        git: { isDirty: true, diff: expect.stringContaining('+kept <- 2') }
      }
    ]);
    expect(gitChanges).toHaveLength(3);
  });

  it('files are looked into as far as there is time and reason; what has no end is not opened', () => {
    execFileSync('mkfifo', [join(folder, 'work', 'pipe')]);
    const filler = Array.from({ length: 6000 }, (_, at) => `x${at} <- ${at}`);
    write('work/long.R', ['source("inner.R")', ...filler].join('\n'));
    write('work/inner.R', 'inner <- 3\n');
    write('work/again.R', 'source("again.R.inner"); source("inner.R")\n');
    write('work/again.R.inner', 'source("inner.R")\n');
    const [, ...run] = inR([
      install,
      'cat("inner <- 4", file = "pipe.txt"); if (FALSE) source("pipe")',
      'if (FALSE) source("long.R")',
      'if (FALSE) source("again.R")'
    ]);
    const told = run.map(messages => {
      const { localModules, omitted } = reportOf(messages).report;
      return [localModules?.map(({ path }) => path), omitted.length];
    });
    expect(told).toEqual([
      [[], 0],
      [['long.R'], 1],
      [['again.R', 'again.R.inner', 'inner.R'], 0]
    ]);
  });

  it('the reply of a cell does not wait for git, and a git that hangs is left alone', () => {
    git('init', '-q');
    write('work/one.R', '1\n');
    write('work/two.R', '2\n');
    mkdirSync(join(folder, 'bin'));
    write('bin/git', '#!/bin/sh\necho "$@" >> ../calls\nexec sleep 30\n');
    execFileSync('chmod', ['+x', join(folder, 'bin', 'git')]);
    const PATH = `${join(folder, 'bin')}:${process.env.PATH ?? ''}`;
    const run = inR([hurried, 'source("one.R")', 'source("two.R")'], { PATH });
    const calls = readFileSync(join(folder, 'calls'), 'utf8');
    expect(calls.trim().split('\n')).toHaveLength(1);
    for (const messages of run.slice(0, 2)) {
      const order = messages.map(([, type, { data }]) =>
        type === 'comm_msg' ? (data as { kind: string }).kind : type
      );
      expect(order.indexOf('code')).toBeGreaterThan(
        order.indexOf('execute_reply')
      );
    }
    const context = contextOf(run);
    expect(context.unknown.git).toMatch(/within a second/);
    expect(context.modules.map(({ text }) => text)).toEqual(['1\n', '2\n']);
  });

  it('there may be no repository, no git, one that fails or one that hangs: then the reason is told', () => {
    expect(contextOf(inR([install]))).toMatchObject({ git: null, unknown: {} });
    git('init', '-q');
    const told = (
      env: { readonly [name: string]: string },
      probe: typeof install
    ) => contextOf(inR([probe, '1'], env));
    mkdirSync(join(folder, 'bin'));
    const program = (script: string): { readonly PATH: string } => {
      write('bin/git', `#!/bin/sh\n${script}\n`);
      execFileSync('chmod', ['+x', join(folder, 'bin', 'git')]);
      return { PATH: `${join(folder, 'bin')}:${process.env.PATH ?? ''}` };
    };
    expect(told(program('exit 9'), install)).toMatchObject({
      git: null,
      unknown: { git: expect.stringContaining('could not read') }
    });
    expect(told(program('exec sleep 30'), hurried)).toMatchObject({
      git: null,
      unknown: { git: 'git did not answer within a second.' }
    });
    rmSync(join(folder, 'bin', 'git'));
    expect(contextOf(inR([install]))).toMatchObject({
      git: { commit: '', remote: '', isDirty: false }
    });
  });
});
