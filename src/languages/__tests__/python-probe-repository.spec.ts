// A repository that moves during a run: what the probe tells of it, and when it asks. Needs the venv and git.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { gitIn } from './git-in';
import { probeAlone, type Told } from './probe-alone';
import { hasKernel } from './probe-session';

const inPython = hasKernel ? describe : describe.skip;

let folder = '';

const git = (...args: readonly string[]): string => gitIn(folder, ...args);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retrace-moves-'));
  mkdirSync(join(folder, 'work'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function startRepository(): string {
  git('init', '-q', '-b', 'main');
  writeFileSync(join(folder, 'work', 'tracked.py'), 'value = 1\n');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  return git('rev-parse', 'HEAD');
}

/** Python that runs git in the repository, as somebody at a terminal would. */
const inTerminal = (...args: readonly string[]): string =>
  `git(${args.map(each => JSON.stringify(each)).join(', ')})`;

const tools = `
import subprocess
def git(*args):
    subprocess.run(("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org") + args, check=True, stdout=subprocess.DEVNULL)
    later()
def cell(name, source="x = 1"):
    parent["header"]["msg_id"] = name
    run_cell(source)
def later():
    # As if a while had passed: among cells that follow each other at once it is not looked up what others may have changed.
    scope["outside_at"][0] = 0.0
`;

function look(
  steps: readonly string[],
  options: Parameters<typeof probeAlone>[0] = {}
): Told {
  return probeAlone({
    cwd: join(folder, 'work'),
    ...options,
    after: [tools, ...steps].join('\n')
  });
}

const statesOf = ({ context }: Told) =>
  (context.gitChanges ?? []).map(({ after, git: state, unknown }) => [
    after,
    state?.commit ?? null,
    state?.branch ?? null,
    unknown
  ]);

inPython('a repository that moves during a run', () => {
  it('is told anew as of the execution after which it was seen; the first state stays', () => {
    const first = startRepository();
    const told = look([
      'cell("m1")',
      inTerminal('commit', '-q', '--allow-empty', '-m', 'second'),
      'cell("m2"); wait("code", count=2)',
      'cell("m3")',
      inTerminal('checkout', '-q', '-b', 'other'),
      'cell("m4"); wait("code", count=3)',
      inTerminal('checkout', '-q', '--detach', first),
      'cell("m5"); wait("code", count=4)',
      'cell("m6")'
    ]);
    const second = git('rev-parse', 'main');
    expect(told.context.git).toMatchObject({ commit: first, branch: 'main' });
    expect(statesOf(told)).toEqual([
      ['r1/m2', second, 'main', ''],
      ['r1/m4', second, 'other', ''],
      ['r1/m5', first, '', '']
    ]);
    expect(told.printed).toBe('');
  });

  it('is told with its difference, also when a module that was changed is imported; told again it is the same', () => {
    const first = startRepository();
    const told = look([
      'import os, sys; sys.path.insert(0, "")',
      'cell("m1", "import tracked"); wait("code", count=2)',
      'with open("tracked.py", "w") as file: file.write("value = 22\\n")',
      'cell("m2", "import importlib; importlib.reload(tracked)"); wait("code", count=4)',
      inTerminal('commit', '-q', '-a', '-m', 'second'),
      'cell("m3"); wait("code", count=5)',
      'ip._retrace_greet()'
    ]);
    const [dirty, clean] = told.context.gitChanges ?? [];
    expect(told.context.git).toMatchObject({ commit: first, isDirty: false });
    expect(dirty).toMatchObject({ after: 'r1/m2', git: { commit: first } });
    expect(dirty?.git?.diff).toContain('+value = 22');
    expect(clean).toMatchObject({ after: 'r1/m3', git: { isDirty: false } });
    expect(told.context.gitChanges).toHaveLength(2);
  });

  it('is told with its difference when an imported module is edited, before anything is imported again', () => {
    const first = startRepository();
    const told = look([
      'import os, sys; sys.path.insert(0, "")',
      'cell("m1", "import tracked"); wait("code", count=2)',
      'with open("tracked.py", "w") as file: file.write("value = 333\\n")',
      'later(); cell("m2"); wait("code", count=3)',
      'cell("m3")'
    ]);
    const [edited] = told.context.gitChanges ?? [];
    expect(edited).toMatchObject({
      after: 'r1/m2',
      git: { commit: first, isDirty: true }
    });
    expect(edited?.git?.diff).toContain('+value = 333');
    expect(told.context.gitChanges).toHaveLength(1);
  });

  it('is told when it comes to be in the middle', () => {
    const told = look([
      'cell("m1")',
      'with open("tracked.py", "w") as file: file.write("value = 1\\n")',
      ...[
        ['init', '-q', '-b', 'main'],
        ['add', '.'],
        ['commit', '-q', '-m', 'first']
      ].map(args => inTerminal(...args)),
      'cell("m2"); wait("code", count=2)',
      'cell("m3")'
    ]);
    expect(told.context.git).toBeNull();
    expect(statesOf(told)).toEqual([['r1/m2', expect.any(String), 'main', '']]);
  });

  it('costs no program where nothing moved, and nothing is told where the state is the same', () => {
    startRepository();
    const told = look([
      'asked, started = [], []',
      'ask = scope["ask_repository"]; scope["ask_repository"] = lambda: asked.append(1) or ask()',
      'scope["on_thread"] = lambda work: started.append(1) or work()',
      'for turn in range(20): later(); cell("m%d" % turn)',
      'assert not started and not asked',
      // The index is another one, the state is not.
      'import os; os.utime("../.git/index", (1, 1))',
      'later(); cell("m20"); later(); cell("m21")',
      'assert len(started) == len(asked) == 1, (started, asked)'
    ]);
    expect(told.context.gitChanges).toBeUndefined();
  });

  it('is followed in a working tree beside the first one', () => {
    startRepository();
    git('worktree', 'add', '-q', '-b', 'side', join(folder, 'work', 'side'));
    const told = look(
      [
        inTerminal('commit', '-q', '--allow-empty', '-m', 'second'),
        'cell("m1"); wait("code", count=2)'
      ],
      { cwd: join(folder, 'work', 'side') }
    );
    expect(statesOf(told)).toEqual([
      ['r1/m1', git('rev-parse', 'side'), 'side', '']
    ]);
  });

  it('is followed where branches are packed', () => {
    startRepository();
    git('pack-refs', '--all');
    const told = look([
      inTerminal('commit', '-q', '--allow-empty', '-m', 'second'),
      'cell("m1"); wait("code", count=2)',
      inTerminal('commit', '-q', '--allow-empty', '-m', 'third'),
      'cell("m2"); wait("code", count=3)'
    ]);
    expect(statesOf(told)).toEqual([
      ['r1/m1', git('rev-parse', 'main~1'), 'main', ''],
      ['r1/m2', git('rev-parse', 'main'), 'main', '']
    ]);
  });

  it('is said to be unknown where git is gone, or a hook of the user’s would hear of it', () => {
    startRepository();
    const commit = inTerminal('commit', '-q', '--allow-empty', '-m', 'more');
    const gone = look([
      commit,
      'os = __import__("os"); path = os.environ["PATH"]; os.environ["PATH"] = ""',
      'cell("m1"); wait("code", count=2)',
      'os.environ["PATH"] = path'
    ]);
    expect(statesOf(gone)).toEqual([
      ['r1/m1', null, null, 'git was not found.']
    ]);
    const watched = look([
      'import builtins; builtins.heard = heard = []',
      'cell("m1", "import sys; sys.addaudithook(lambda name, args: heard.append(name))")',
      commit,
      'del heard[:]; cell("m2"); heard = [name for name in heard if name.startswith(("subprocess", "_thread"))]',
      'assert not heard, heard',
      'cell("m3")'
    ]);
    expect(statesOf(watched)).toEqual([
      ['r1/m2', null, null, expect.stringContaining('audit hook')]
    ]);
  });

  it('is nobody’s business where there is none', () => {
    const told = look(['cell("m1")']);
    expect(told.context.git).toBeNull();
    expect(told.context.gitChanges).toBeUndefined();
  });
});
