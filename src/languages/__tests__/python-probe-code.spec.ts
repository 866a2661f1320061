// What the probe tells of the code beside the notebook, from repositories made to order.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { gitIn } from './git-in';
import { probeAlone, type Told } from './probe-alone';
import { hasKernel, install, outputsOf, session } from './probe-session';

const inPython = hasKernel ? describe : describe.skip;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retrace-code-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string | Buffer): void {
  writeFileSync(join(folder, path), text);
}

const git = (...args: readonly string[]): string => gitIn(folder, ...args);

/** A repository with one commit, a remote with a password in it, and changes. */
function repository(): string {
  git('init', '-q', '-b', 'main');
  git('remote', 'add', 'backup', 'https://other.example/x.git');
  git('remote', 'add', 'origin', 'https://ada:secret@host.example/study.git');
  mkdirSync(join(folder, 'work'));
  write('tracked.py', 'value = 1\n');
  write('work/study.ipynb', '{}\n');
  write('work/helper.py', 'x = 1\n');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  return git('rev-parse', 'HEAD');
}

const look = (options: Parameters<typeof probeAlone>[0] = {}): Told =>
  probeAlone({ cwd: join(folder, 'work'), ...options });

inPython('the repository around the notebook', () => {
  it('is told with its commit, and what differs from it, notebooks left out', () => {
    const commit = repository();
    const clean = look().context;
    expect(clean.git).toEqual({
      remote: 'https://host.example/study.git',
      branch: 'main',
      commit,
      isDirty: false,
      diff: null
    });
    write('tracked.py', 'value = 2\n');
    write('work/study.ipynb', '{"cells": []}\n');
    write('work/untracked.txt', 'nobody asked\n');
    const { context } = look();
    expect(context.git).toMatchObject({ isDirty: true, commit });
    expect(context.git?.diff).toMatch(
      /--- a\/tracked\.py[^]*-value = 1\n\+value = 2\n/
    );
    expect(context.git?.diff).not.toMatch(/ipynb|untracked/);
    expect(context.unknown).toEqual({});
  });

  it('runs nothing that the repository asks for, and leaves it as it is', () => {
    repository();
    const trap = join(folder, 'trap.sh');
    write(
      'trap.sh',
      `#!/bin/sh\ntouch ${folder}/sprung\ncat "$1" 2>/dev/null\n`
    );
    execFileSync('chmod', ['+x', trap]);
    for (const name of [
      'core.fsmonitor',
      'diff.external',
      'diff.trap.textconv',
      'core.pager'
    ]) {
      git('config', name, trap);
    }
    write('.gitattributes', '*.py diff=trap\n');
    git('add', '.gitattributes');
    write('tracked.py', 'value = 3\n');
    rmSync(join(folder, 'sprung'), { force: true });
    const stamps = () =>
      execFileSync('find', ['.git', '-printf', '%p %T@ %s\n'], {
        cwd: folder,
        encoding: 'utf8'
      });
    const before = stamps();
    const { context } = look({ env: { GIT_EXTERNAL_DIFF: trap } });
    expect(context.git?.diff).toContain('+value = 3');
    expect(stamps()).toBe(before);
    const sprung = execFileSync('find', ['.', '-name', 'sprung'], {
      cwd: folder,
      encoding: 'utf8'
    });
    expect(sprung).toBe('');
  });

  it('may have no commit, a large difference, no branch and no remote', () => {
    git('init', '-q', '-b', 'main');
    mkdirSync(join(folder, 'work'));
    write('tracked.py', 'value = 1\n');
    git('add', '.');
    const empty = look().context;
    expect(empty.git).toMatchObject({
      remote: '',
      branch: 'main',
      commit: '',
      isDirty: true,
      diff: null
    });
    expect(empty.unknown['git.diff']).toMatch(/no commit/);
    git('commit', '-q', '-m', 'first');
    git('checkout', '-q', '--detach');
    write('tracked.py', 'value = 1\n'.repeat(20_000));
    const large = look().context;
    expect(large.git).toMatchObject({ branch: '', isDirty: true, diff: null });
    expect(large.unknown['git.diff']).toMatch(/too large/);
  });

  it('is none where there is none, also where git is missing; a missing git is said where there is one', () => {
    mkdirSync(join(folder, 'work'));
    const nowhere = { PATH: join(folder, 'work') };
    const outside = look({ env: nowhere }).context;
    expect([outside.git, outside.unknown]).toEqual([null, {}]);
    repositoryIn(folder);
    const { context } = look({ env: nowhere });
    expect(context.git).toBeNull();
    expect(context.unknown).toEqual({ git: 'git was not found.' });
  });

  it('is given up when git hangs, or refuses', () => {
    mkdirSync(join(folder, 'work'));
    repositoryIn(folder);
    const tools = join(folder, 'tools');
    mkdirSync(tools);
    write('tools/git', '#!/bin/sh\nsleep 60 & wait\n');
    execFileSync('chmod', ['+x', join(tools, 'git')]);
    const env = { PATH: `${tools}:${process.env.PATH}` };
    const hanging = look({ env, patience: 0.2 }).context;
    expect(hanging.unknown.git).toMatch(/^git did not answer within/);
    write('tools/git', '#!/bin/sh\nexit 128\n');
    expect(look({ env }).context.unknown.git).toMatch(/another user/);
  });
});

inPython('modules of the user’s own', () => {
  it('are told with their text where no commit holds it, when a cell imports them', () => {
    repository();
    write('work/mine.py', 'y = "é"\n');
    write('work/long.py', `text = "${'x'.repeat(70_000)}"\n`);
    const { context } = look({
      after: [
        'sys.path.insert(0, "")',
        'run_cell("import helper, mine, long")',
        'wait("code", count=2)'
      ].join('\n')
    });
    expect(context.modules.map(({ name, path, text }) => [name, path, text]))
      // `helper` is in the commit.
      .toEqual([
        ['long', 'long.py', null],
        ['mine', 'mine.py', 'y = "é"\n']
      ]);
    expect(context.unknown.modules).toMatch(/small enough/);
  });

  it('all are, without a repository; names that are no text come along', () => {
    mkdirSync(join(folder, 'work'));
    const odd = Buffer.concat([
      Buffer.from(join(folder, 'work', 'odd')),
      Buffer.from([0xff])
    ]);
    mkdirSync(odd);
    writeFileSync(Buffer.concat([odd, Buffer.from('/deep.py')]), 'z = 3\n');
    write('work/mine.py', 'y = 1\n');
    const { context } = look({
      after: [
        'import os',
        'sys.path[:0] = ["", os.fsdecode(os.path.join(os.getcwdb(), b"odd\\xff"))]',
        'run_cell("import mine, deep")',
        'wait("code", count=2)'
      ].join('\n')
    });
    expect(context.modules.map(({ name, text }) => [name, text])).toEqual([
      ['mine', 'y = 1\n'],
      ['deep', 'z = 3\n']
    ]);
  });
});

inPython('in a kernel', () => {
  it('cells print what they print without it, while programs hang', () => {
    repository();
    write('work/mine.py', 'y = 1\n');
    write('tracked.py', 'value = 2\n');
    write('nvidia-smi', '#!/bin/sh\nsleep 20 & sleep 20\n');
    execFileSync('chmod', ['+x', join(folder, 'nvidia-smi')]);
    const cells = [
      'import os, sys, threading\nprint(sorted(os.listdir(".")), sorted(t.name for t in threading.enumerate()), threading.active_count())',
      'import mine, helper\nprint(mine.y, helper.x, threading.Thread().name)',
      'import subprocess\nprint(subprocess.run(["git", "status", "--short"], capture_output=True, text=True).stdout)',
      'print([m for m in ("platform", "urllib.request", "uuid", "resource") if m in sys.modules])',
      '1/0'
    ];
    const env = {
      PATH: `${folder}:${process.env.PATH}`,
      PYTHONDONTWRITEBYTECODE: '1'
    };
    const outputs = (all: readonly (string | typeof install)[]) =>
      session(all, env, 'python3', join(folder, 'work'))
        .slice(-cells.length)
        .map(outputsOf);
    const probed = outputs([install, ...cells]);
    expect(probed).toEqual(outputs(cells));
    expect(JSON.stringify(probed)).toContain('mine.py');
  });
});

function repositoryIn(top: string): void {
  execFileSync('git', ['init', '-q'], { cwd: top });
}
