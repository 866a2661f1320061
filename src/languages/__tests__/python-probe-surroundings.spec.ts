// What the probe tells of interpreter, system, hardware and origins, and what it says of each item that fails.
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { gitIn } from './git-in';
import { environmentWith, metadata } from './made-environment';
import { probeAlone } from './probe-alone';
import { hasKernel, interpreter } from './probe-session';

const inPython = hasKernel ? describe : describe.skip;

let folder = '';

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'retrace-about-')));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function tool(name: string, script: string): string {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
  return `${folder}:${process.env.PATH}`;
}

inPython('an environment', () => {
  it('is told with all that its kernel can see', () => {
    const PATH = tool(
      'nvidia-smi',
      'echo "NVIDIA A100-SXM4-40GB, 550.54.15, 40960"; echo "Odd, x, [N/A]"'
    );
    const { environment } = probeAlone({
      env: {
        PATH,
        TZ: 'Europe/Paris',
        OMP_NUM_THREADS: '3',
        LC_ALL: 'C.UTF-8',
        JUPYTER_IMAGE_SPEC: 'https://u:p@quay.io/jupyter/base:2026-01',
        MY_SECRET: 'not to be told'
      }
    });
    expect(environment.details).toMatchObject({
      executable: 'venv',
      executableName: basename(dirname(dirname(interpreter))),
      image: 'https://quay.io/jupyter/base:2026-01',
      machine: expect.stringMatching(/^\w+$/),
      system: expect.stringMatching(/\d/),
      locale: 'C.UTF-8',
      timeZone: 'Europe/Paris',
      variables: { OMP_NUM_THREADS: '3', TZ: 'Europe/Paris' },
      hardware: {
        cpu: expect.stringMatching(/\w/),
        cores: expect.any(Number),
        memoryBytes: expect.any(Number),
        gpus: [
          {
            name: 'NVIDIA A100-SXM4-40GB',
            driver: '550.54.15',
            memoryBytes: 40960 * 2 ** 20
          },
          { name: 'Odd', driver: 'x', memoryBytes: null }
        ]
      },
      unknown: {}
    });
    expect(JSON.stringify(environment)).not.toContain('not to be told');
    const numpy = environment.packages.find(({ name }) => name === 'ipykernel');
    expect(numpy?.origin).toEqual({ kind: 'index', url: '', revision: '' });
  });

  it('is a container where nothing nearer is and a variable names an image, also as a file', () => {
    const before = 'import sys; sys.base_prefix = sys.prefix';
    const kindIn = (env: { readonly [name: string]: string }) => {
      const { details } = probeAlone({ before, env }).environment;
      return [details?.executable, details?.executableName, details?.image];
    };
    const name = 'quay.io/jupyter/base:1';
    expect(kindIn({ JUPYTER_IMAGE: name })).toEqual(['container', name, name]);
    expect(
      kindIn({ APPTAINER_CONTAINER: '/home/ada/images/study.sif' })
    ).toEqual(['container', 'study.sif', 'study.sif']);
  });

  it('tells where each distribution came from', () => {
    const direct = (found: object) => ({
      'direct_url.json': JSON.stringify(found)
    });
    const commit = '0123456789abcdef0123456789abcdef01234567';
    const python = environmentWith(folder, {
      'plain-1.0.dist-info': { ...metadata('plain', '1.0'), INSTALLER: 'uv\n' },
      'old-1.0.dist-info': metadata('old', '1.0'),
      'mine-0.1.dist-info': {
        ...metadata('mine', '0.1'),
        INSTALLER: 'pip\n',
        ...direct({
          url: 'file:///work/my%20tool',
          dir_info: { editable: true }
        })
      },
      'copied-0.1.dist-info': {
        ...metadata('copied', '0.1'),
        ...direct({ url: 'file:///work/copied', dir_info: {} })
      },
      'fromgit-2.0.dist-info': {
        ...metadata('fromgit', '2.0'),
        ...direct({
          url: 'https://ada:secret@host.example/fromgit.git',
          vcs_info: {
            vcs: 'git',
            commit_id: commit,
            requested_revision: 'main'
          },
          subdirectory: 'python'
        })
      },
      'wheel-3.0.dist-info': {
        ...metadata('wheel-file', '3.0'),
        ...direct({
          url: 'https://host.example/w.whl?sig=secret',
          archive_info: { hashes: {} }
        })
      },
      'broken-1.0.dist-info': {
        ...metadata('broken', '1.0'),
        'direct_url.json': '{"url": '
      }
    });
    const { environment } = probeAlone({ python });
    expect(
      environment.packages.map(({ name, origin }) => [
        name,
        origin?.kind,
        origin?.url,
        origin?.revision,
        origin?.subdirectory
      ])
    ).toEqual([
      ['broken', undefined, undefined, undefined, undefined],
      ['copied', 'local', '/work/copied', '', undefined],
      ['fromgit', 'vcs', 'https://host.example/fromgit.git', commit, 'python'],
      ['mine', 'editable', '/work/my tool', '', undefined],
      ['old', undefined, undefined, undefined, undefined],
      ['plain', 'index', '', '', undefined],
      ['wheel-file', 'archive', 'https://host.example/w.whl', '', undefined]
    ]);
  });

  it('is told by the commit where a folder is a checkout that others can get, too', () => {
    const made = (name: string, change: (at: string) => void): string => {
      const at = join(folder, name);
      mkdirSync(join(at, 'python', 'tool'), { recursive: true });
      writeFileSync(join(at, 'python', 'tool', '__init__.py'), 'value = 1\n');
      gitIn(at, 'init', '-q', '-b', 'main');
      gitIn(at, 'add', '.');
      gitIn(at, 'commit', '-q', '-m', 'first');
      const address = `git@host.example:us/${name}.git`;
      gitIn(at, 'remote', 'add', 'origin', address);
      gitIn(at, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
      change(at);
      return at;
    };
    const packages = {
      shared: made('shared', () => undefined),
      changed: made('changed', at =>
        writeFileSync(join(at, 'python', 'tool', '__init__.py'), 'value = 2\n')
      ),
      more: made('more', at =>
        writeFileSync(join(at, 'python', 'tool', 'more.py'), 'value = 3\n')
      ),
      ahead: made('ahead', at => {
        gitIn(at, 'commit', '-q', '--allow-empty', '-m', 'second');
      }),
      typed: made('typed', at =>
        writeFileSync(join(at, 'python', 'tool', 'tool.pyi'), 'value: int\n')
      ),
      weighted: made('weighted', at =>
        writeFileSync(join(at, 'python', 'tool', 'data.bin'), '1')
      ),
      built: made('built', at => {
        mkdirSync(join(at, 'python', 'built.egg-info'));
        writeFileSync(join(at, 'python', 'built.egg-info', 'PKG-INFO'), '');
      }),
      forked: made('forked', at => {
        gitIn(at, 'commit', '-q', '--allow-empty', '-m', 'second');
        gitIn(at, 'remote', 'add', 'fork', 'git@host.example:me/forked.git');
        gitIn(at, 'update-ref', 'refs/remotes/fork/main', 'HEAD');
      }),
      alone: made('alone', at => gitIn(at, 'remote', 'remove', 'origin'))
    };
    const python = environmentWith(
      folder,
      Object.fromEntries(
        Object.entries(packages).map(([name, at]) => [
          `${name}-1.0.dist-info`,
          {
            ...metadata(name, '1.0'),
            'direct_url.json': JSON.stringify({
              url: `file://${at}/python`,
              dir_info: { editable: true }
            })
          }
        ])
      )
    );
    const { environment } = probeAlone({ python });
    const asCommit = (name: keyof typeof packages, address: string) => ({
      kind: 'editable',
      url: `git@host.example:${address}.git`,
      revision: gitIn(packages[name], 'rev-parse', 'HEAD'),
      subdirectory: 'python'
    });
    const asFolder = (name: string) => ({
      kind: 'editable',
      url: join(folder, name, 'python'),
      revision: ''
    });
    expect(
      environment.packages.map(({ name, origin }) => [name, origin])
    ).toEqual([
      ['ahead', asFolder('ahead')],
      ['alone', asFolder('alone')],
      ['built', asCommit('built', 'us/built')],
      ['changed', asFolder('changed')],
      ['forked', asCommit('forked', 'me/forked')],
      ['more', asFolder('more')],
      ['shared', asCommit('shared', 'us/shared')],
      ['typed', asFolder('typed')],
      ['weighted', asFolder('weighted')]
    ]);
  });

  it('of conda is told with channel and build, also where the names differ', () => {
    const conda = { ...metadata('x', '1'), INSTALLER: 'conda\n' };
    const python = environmentWith(
      folder,
      {
        'numpy-2.1.0.dist-info': { ...conda, ...metadata('numpy', '2.1.0') },
        'torch-2.4.0.dist-info': { ...conda, ...metadata('torch', '2.4.0') },
        'lone-1.0.dist-info': { ...conda, ...metadata('lone', '1.0') },
        'pipped-1.0.dist-info': {
          ...metadata('pipped', '1.0'),
          INSTALLER: 'pip\n'
        }
      },
      {
        'numpy-2.1.0-py312h1.json':
          '{"build": "py312h1", "channel": "https://conda.anaconda.org/t/tk-secret/conda-forge/linux-64"}',
        'pytorch-2.4.0-cpu_py312_0.json': '{"channel": "conda-forge"}',
        'history.json': 'not a record'
      }
    );
    const { environment } = probeAlone({ python });
    expect(environment.details?.executable).toBe('conda');
    expect(environment.details?.executableName).toBe('env');
    expect(environment.packages.map(({ origin }) => origin)).toEqual([
      { kind: 'conda', url: '', revision: '' },
      {
        kind: 'conda',
        url: 'https://conda.anaconda.org/conda-forge/linux-64',
        revision: 'py312h1'
      },
      { kind: 'index', url: '', revision: '' },
      { kind: 'conda', url: 'conda-forge', revision: 'cpu_py312_0' }
    ]);
  });
});

/** Makes every opening of some paths fail, however it is done. */
const without = (pattern: string) => `
import io, os, re
def closing(original):
    def work(path, *args, **kwargs):
        if re.search(r'${pattern}', os.fsdecode(path) if isinstance(path, (str, bytes)) else ''):
            raise FileNotFoundError(path)
        return original(path, *args, **kwargs)
    return work
io.open = closing(io.open)
os.path.exists = closing(lambda path: os.path.lexists(path))
`;

inPython('when something is missing or broken, the rest is told', () => {
  it('no importlib.metadata', () => {
    const { environment } = probeAlone({
      before: 'sys.modules["importlib.metadata"] = None'
    });
    expect(environment.packages).toEqual([]);
    expect(environment.details?.unknown).toEqual({
      packages: expect.stringMatching(/no importlib\.metadata/)
    });
    expect(environment.details?.hardware.cores).toBeGreaterThan(0);
  });

  it('distributions whose metadata is broken', () => {
    const python = environmentWith(folder, {
      'good-1.0.dist-info': metadata('good', '1.0'),
      'empty-1.0.dist-info': {},
      'garbage-1.0.dist-info': { METADATA: '\0\0\0' },
      'nameless-1.0.dist-info': { METADATA: 'Version: 1\n' }
    });
    const found = probeAlone({ python });
    expect(found.environment.packages).toEqual([
      { name: 'good', version: '1.0' }
    ]);
    expect(found.messages[0]).toMatchObject({ kind: 'hello', skipped: 3 });
  });

  it('no /proc', () => {
    const { environment } = probeAlone({ before: without('^/proc/') });
    expect(environment.details?.unknown['hardware.cpu']).toMatch(/processor/);
    expect(environment.details?.hardware.memoryBytes).toBeGreaterThan(0);
    expect(environment.packages.map(({ name }) => name)).toContain('ipykernel');
  });

  it('no programs may be started', () => {
    const PATH = tool('nvidia-smi', 'echo "A100, 1, 1"');
    const { environment, context } = probeAlone({
      before: [
        'def refuse(event, args):',
        '    if event in ("subprocess.Popen", "os.posix_spawn", "os.exec"):',
        '        raise PermissionError(event)',
        'sys.addaudithook(refuse)'
      ].join('\n'),
      env: { PATH }
    });
    expect(environment.details?.unknown).toEqual({
      'hardware.gpus': 'nvidia-smi could not be started.'
    });
    expect(context.unknown.git).toBe('git could not be started.');
    expect(environment.details?.hardware.cpu).not.toBe('');
  });

  it('a handler of the user’s that would hear of programs', () => {
    const { context, environment, printed } = probeAlone({
      before: [
        'import signal',
        'signal.signal(signal.SIGCHLD, lambda *args: print("heard", flush=True))'
      ].join('\n'),
      env: { PATH: tool('nvidia-smi', 'echo "A100, 1, 1"') }
    });
    const sentence = /was not started, as a signal handler of your own/;
    expect(environment.details?.unknown['hardware.gpus']).toMatch(sentence);
    expect(context.unknown.git).toMatch(sentence);
    expect(printed.trim()).toBe('');
  });

  it('a clock that stands still', () => {
    const { environment } = probeAlone({
      before:
        'time.time = lambda: 1e9\ntime.perf_counter = time.monotonic = lambda: 7.0'
    });
    expect(environment.details?.unknown).toEqual({});
  });

  it('nvidia-smi that hangs with its children, floods, fails or talks nonsense', () => {
    const gpus = (script: string, patience = 20) => {
      const env = { PATH: tool('nvidia-smi', script) };
      const { details } = probeAlone({ env, patience }).environment;
      return [details?.hardware.gpus, details?.unknown];
    };
    const unknown = (pattern: RegExp) => ({
      'hardware.gpus': expect.stringMatching(pattern)
    });
    expect(gpus('sleep 20 & sleep 20', 0.2)).toEqual([
      [],
      unknown(/^nvidia-smi did not answer within/)
    ]);
    expect(gpus('exit 9')).toEqual([[], unknown(/^nvidia-smi failed\.$/)]);
    expect(gpus('echo nonsense')).toEqual([[], {}]);
    const [flood] = gpus('yes "GPU, 1, 2"');
    expect(flood).toHaveLength(64);
  });

  it('threads that cannot be started', () => {
    const { environment } = probeAlone({
      before: [
        'import _thread',
        'def refuse(*args):',
        '    raise RuntimeError("no threads here")',
        '_thread.start_new_thread = refuse'
      ].join('\n')
    });
    expect(environment.details?.unknown).toEqual({});
    expect(environment.details?.hardware.cores).toBeGreaterThan(0);
  });

  it('folders and variables that are no text', () => {
    const odd = Buffer.concat([
      Buffer.from(`${folder}/odd`),
      Buffer.from([0xff])
    ]);
    mkdirSync(odd);
    symlinkSync(odd, join(folder, 'link'));
    const { context, environment } = probeAlone({
      before: [
        'import os',
        `os.chdir(os.fsdecode(os.path.realpath(b"${folder}/link")))`,
        'os.environ[os.fsdecode(b"LC_TIME")] = os.fsdecode(b"x\\xff")'
      ].join('\n')
    });
    expect(context.workingDirectory).toBe(`${folder}/odd\\udcff`);
    expect(environment.details?.variables.LC_TIME).toBe('x\\udcff');
  });
});

inPython('a framework of the user’s', () => {
  it('tells of graphics processors once it has set them up, where nothing else did', () => {
    const { messages } = probeAlone({
      before: without('^/proc/').replace('^/proc/', '^/proc/none'),
      after: [
        'scope["opening"]["is_gpu_open"] = True',
        'scope["told"]["details"]["unknown"]["hardware.gpus"] = "No tool."',
        'from types import ModuleType',
        'torch = sys.modules["torch.cuda"] = ModuleType("torch.cuda")',
        'torch._initialized = False',
        'torch.device_count = lambda: 1',
        'def properties(device):',
        '    return SimpleNamespace(name="A100", total_memory=1 << 35)',
        'torch.get_device_properties = properties',
        'run_cell("x = 1")',
        'torch._initialized = True',
        'run_cell("x = 2")',
        'run_cell("x = 3")'
      ].join('\n')
    });
    const told = messages.flatMap(message =>
      message.kind === 'details' ? [message.part.details] : []
    );
    expect(told).toHaveLength(2);
    expect(told[1]?.hardware.gpus).toEqual([
      { name: 'A100', driver: '', memoryBytes: 2 ** 35 }
    ]);
    expect(told[1]?.unknown).toEqual({});
  });
});
