// The copy of a folder, made by a real Python: what code writes there never reaches the folder.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SCRATCH_PREFIX } from '../../compare';
import { scratchCode, USUAL_LIMITS, type ScratchLimits } from '..';

const interpreter = join(__dirname, '..', '..', '..', '.venv', 'bin', 'python');
const withPython = existsSync(interpreter) ? describe : describe.skip;

const LIMITS: ScratchLimits = { ...USUAL_LIMITS, fileBytes: 100 };

const LARGE = 'L'.repeat(200);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'retrace-folder-'));
  mkdirSync(join(folder, 'it’s data'));
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, 'small.txt'), 'small');
  writeFileSync(join(folder, 'it’s data', 'large "1".txt'), LARGE);
  writeFileSync(join(folder, 'own.py'), 'value = 7\n');
  writeFileSync(join(folder, '.git', 'HEAD'), 'ref');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs code behind the preparation, as a cell would run in the replay's kernel. */
function run(code: string, { limits = LIMITS, named = true } = {}) {
  const prepare = scratchCode('python', named ? folder : '', limits);
  const whole = `${prepare.ok ? prepare.value : ''}\nimport os, sqlite3, subprocess\n${code}`;
  const { stdout, stderr } = spawnSync(interpreter, ['-'], {
    input: whole,
    cwd: folder,
    encoding: 'utf8'
  });
  return { stdout: stdout.trim(), error: stderr.trim().split('\n').pop() };
}

withPython('the copy', () => {
  test('is where code runs, with the name of the folder, and is gone afterwards', () => {
    const { stdout } = run('print(os.getcwd())', { named: false });
    expect(stdout).toContain(SCRATCH_PREFIX);
    expect(stdout.split('/').pop()).toBe(folder.split('/').pop());
    expect(existsSync(stdout)).toBe(false);
    expect(existsSync(folder)).toBe(true);
  });

  test('holds files and modules, linked or copied', () => {
    const code = `
import own
print(open('small.txt').read(), own.value, len(open('it’s data/large "1".txt').read()))
print(os.path.islink('small.txt'), os.path.islink('it’s data/large "1".txt'), os.path.exists('.git'))
print(own.__file__.startswith(os.getcwd()))`;
    expect(run(code).stdout).toBe('small 7 200\nFalse True False\nTrue');
  });

  test.each([
    ['a copied file', "open('small.txt', 'w').write('x')"],
    ['a new file', "open('new.txt', 'w').write('x')"],
    ['a linked file', `open('it’s data/large "1".txt', 'w').write('x')`],
    [
      'the end of a linked file',
      `open('it’s data/large "1".txt', 'a').write('x')`
    ],
    [
      'a linked file through its descriptor',
      `os.open('it’s data/large "1".txt', os.O_RDWR | os.O_TRUNC)`
    ],
    [
      'a linked file by its length',
      `os.truncate('it’s data/large "1".txt', 0)`
    ],
    ['a linked file by its name', `os.remove('it’s data/large "1".txt')`],
    [
      'a linked file by another name',
      `os.rename('it’s data/large "1".txt', 'y')`
    ],
    ['a database', `sqlite3.connect('it’s data/large "1".txt')`],
    ['a folder', "os.mkdir('new'); open('new/a', 'w')"]
  ])('keeps from the folder what code does to %s', (_, code) => {
    expect(run(code)).toEqual({ stdout: '', error: '' });
    expect(readdirSync(folder).sort()).toEqual([
      '.git',
      'it’s data',
      'own.py',
      'small.txt'
    ]);
    expect(readFileSync(join(folder, 'small.txt'), 'utf8')).toBe('small');
    expect(
      readFileSync(join(folder, 'it’s data', 'large "1".txt'), 'utf8')
    ).toBe(LARGE);
  });

  test('of a linked file that is added to keeps what was there', () => {
    const code = `
with open('it’s data/large "1".txt', 'a') as file:
    file.write('x')
print(len(open('it’s data/large "1".txt').read()))`;
    expect(run(code).stdout).toBe('201');
  });

  describe('beside what the user keeps elsewhere or hidden', () => {
    let elsewhere: string;

    beforeEach(() => {
      elsewhere = mkdtempSync(join(tmpdir(), 'retrace-elsewhere-'));
      writeFileSync(join(elsewhere, 'kept.txt'), 'kept');
      mkdirSync(join(elsewhere, 'sub'));
      mkdirSync(join(folder, '.cache'));
      mkdirSync(join(folder, '.venv'));
      writeFileSync(join(folder, '.cache', 'large.npy'), LARGE);
      writeFileSync(join(folder, '.venv', 'pyvenv.cfg'), 'kept');
      symlinkSync(join(elsewhere, 'kept.txt'), join(folder, 'file'));
      symlinkSync(elsewhere, join(folder, 'folder'));
      symlinkSync(join(elsewhere, 'gone.txt'), join(folder, 'dangling'));
    });

    afterEach(() => {
      expect(readFileSync(join(elsewhere, 'kept.txt'), 'utf8')).toBe('kept');
      expect(readdirSync(elsewhere).sort()).toEqual(['kept.txt', 'sub']);
      expect(readdirSync(join(folder, '.venv'))).toEqual(['pyvenv.cfg']);
      expect(readFileSync(join(folder, '.venv', 'pyvenv.cfg'), 'utf8')).toBe(
        'kept'
      );
      expect(readFileSync(join(folder, '.cache', 'large.npy'), 'utf8')).toBe(
        LARGE
      );
      rmSync(elsewhere, { recursive: true, force: true });
    });

    test.each([
      ['a large hidden file', "open('.cache/large.npy', 'w').write('x')"],
      ['a file that the user linked', "open('file', 'w').write('x')"],
      ['its length', "os.truncate('file', 0)"],
      ['its whole path', "open(os.getcwd() + '/file', 'w').write('x')"],
      [
        'another name of it',
        "os.link('file', 'other'); open('other', 'w').write('x')"
      ],
      ['the name of a linked file', "os.remove('file')"]
    ])('code changes a copy of %s', (_, code) => {
      expect(run(code)).toEqual({ stdout: '', error: '' });
    });

    test.each([
      ["open('folder/kept.txt', 'w')"],
      ["open('folder/new.txt', 'w')"],
      ["os.mkdir('folder/new')"],
      ["os.remove('folder/kept.txt')"],
      ["os.rename('small.txt', 'folder/new.txt')"],
      ["__import__('shutil').rmtree('folder/sub')"],
      ["open('.venv/new.txt', 'w')"],
      ["open('.venv/pyvenv.cfg', 'a')"],
      ["open('dangling', 'w')"]
    ])('code is told that it does not write there: %s', code => {
      expect(run(code).error).toMatch(
        /^PermissionError: .*A replay does not write through a link in its copy/
      );
    });

    test.each([
      ["os.chdir('folder'); open('kept.txt', 'w')"],
      ["os.chdir('.venv'); open('pyvenv.cfg', 'w')"]
    ])('code that goes in does not write either: %s', code => {
      expect(run(code).error).toMatch(/^PermissionError: .*does not write/);
    });

    test('code reads what is linked', () => {
      const code =
        "print(open('folder/kept.txt').read(), open('file').read(), len(open('.cache/large.npy').read()))";
      expect(run(code).stdout).toBe('kept kept 200');
    });

    test('code writes hidden files of the folder by their whole path', () => {
      const path = JSON.stringify(join(folder, '.cache', 'new'));
      expect(run(`open(${path}, 'w').write('x')`)).toEqual({
        stdout: '',
        error: ''
      });
      expect(existsSync(join(folder, '.cache', 'new'))).toBe(true);
    });
  });

  test('is no repository: what programs do there does not reach the one of the folder', () => {
    rmSync(join(folder, '.git'), { recursive: true });
    spawnSync('git', ['init', '-q', folder]);
    const code =
      "print(subprocess.run(['git', 'rev-parse', '--git-dir'], capture_output=True).returncode != 0)";
    expect(run(code).stdout).toBe('True');
  });

  test.each([
    ["open(FOLDER + '/small.txt', 'w')"],
    ["os.remove(FOLDER + '/small.txt')"],
    ["os.rename('small.txt', FOLDER + '/other.txt')"],
    ["os.mkdir(FOLDER + '/new')"],
    ["os.symlink('/', FOLDER + '/link')"],
    ["__import__('shutil').rmtree(FOLDER)"]
  ])('does not let code reach the folder by its whole path: %s', code => {
    const { error } = run(`FOLDER = ${JSON.stringify(folder)}\n${code}`);
    expect(error).toMatch(
      /^PermissionError: .*A replay does not write into the folder/
    );
    expect(readdirSync(folder)).toHaveLength(4);
    expect(readFileSync(join(folder, 'small.txt'), 'utf8')).toBe('small');
  });

  test('leaves no name behind, and files elsewhere alone', () => {
    const elsewhere = join(
      tmpdir(),
      `${folder.split('/').pop()}-elsewhere.txt`
    );
    const code = `open(${JSON.stringify(elsewhere)}, 'w').close(); os.remove(${JSON.stringify(elsewhere)})
print(sorted(name for name in globals() if not name.startswith('__')))`;
    expect(run(code)).toEqual({
      stdout: "['os', 'sqlite3', 'subprocess']",
      error: ''
    });
  });

  test.each([
    ['bytes', { ...USUAL_LIMITS, totalBytes: 6 }],
    ['files', { ...USUAL_LIMITS, files: 1 }]
  ])('stops at a number of %s and links the rest', (_, limits) => {
    const code =
      "print(sum(os.path.islink(one) for one in ['small.txt', 'own.py', 'it’s data/large \"1\".txt']) > 0)";
    expect(run(code, { limits }).stdout).toBe('True');
  });
});

const hasR = spawnSync('Rscript', ['--version']).status === 0;

(hasR ? describe : describe.skip)('the copy in R', () => {
  /** Runs code behind the preparation in a real R. */
  const runR = (code: string, limits = USUAL_LIMITS, before = '') => {
    const prepare = scratchCode('R', folder, limits);
    const whole = `${before}\n${prepare.ok ? prepare.value : ''}\n${code}\n`;
    const { status, stdout, stderr } = spawnSync(
      'R',
      ['--vanilla', '--slave', '--no-readline'],
      { input: whole, encoding: 'utf8', timeout: 60_000 }
    );
    return { status, stdout: stdout.trim(), stderr };
  };

  test('keeps what code writes and removes from the folder, leaves no name behind, and is gone afterwards', () => {
    writeFileSync(join(folder, 'data.csv'), 'a,b\n1,2\n');
    symlinkSync(join(folder, 'small.txt'), join(folder, 'link.txt'));
    const { status, stdout, stderr } = runR(`
cat(ls(all.names = TRUE), sep = "")
writeLines("changed", "small.txt")
cat("more", file = "link.txt", append = TRUE)
invisible(file.remove("own.py"))
cat(readLines("it\u2019s data/large \\"1\\".txt", warn = FALSE) == strrep("L", 200), names(read.csv("data.csv")), file.exists(".git"), "\\n")
cat(getwd())`);
    expect([status, stderr]).toEqual([0, '']);
    const [told, place = ''] = stdout.split('\n');
    expect(told?.trim()).toBe('TRUE a b FALSE');
    expect(place).toContain(SCRATCH_PREFIX);
    expect(place.split('/').pop()).toBe(folder.split('/').pop());
    expect(existsSync(place)).toBe(false);
    expect(readFileSync(join(folder, 'small.txt'), 'utf8')).toBe('small');
    expect(existsSync(join(folder, 'own.py'))).toBe(true);
  });

  test('has a folder once, however often links lead to it, and none of a folder above', () => {
    symlinkSync(folder, join(folder, 'self'));
    symlinkSync(join(folder, '..'), join(folder, 'above'));
    symlinkSync(join(folder, 'it’s data'), join(folder, 'alias'));
    const { status, stdout, stderr } = runR(`
writeLines("changed", "self/small.txt")
writeLines("changed", "alias/new.txt")
cat(readLines("small.txt"), readLines("it\u2019s data/new.txt"), file.exists("above"), length(list.files(recursive = FALSE)))`);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe('changed changed FALSE 5');
    expect(readFileSync(join(folder, 'small.txt'), 'utf8')).toBe('small');
    expect(readdirSync(join(folder, 'it’s data'))).toHaveLength(1);
  });

  test('does not wait for a pipe, and has files that are empty', () => {
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    writeFileSync(join(folder, 'empty.txt'), '');
    const { stdout, stderr } = runR('cat(file.exists("pipe", "empty.txt"))');
    expect([stdout, stderr]).toEqual(['FALSE TRUE', '']);
  });

  test('is refused where a file cannot be copied as a whole', () => {
    const full = 'file.copy <- function(from, ...) rep(FALSE, length(from))';
    const { status, stderr } = runR('cat("went on")', USUAL_LIMITS, full);
    expect(stderr).toContain('not all of its files could be copied');
    expect(status).not.toBe(0);
  });

  test('is refused where it would be too large, since links are not kept from being written through', () => {
    const limits = { ...USUAL_LIMITS, totalBytes: 100 };
    const { status, stderr } = runR('cat("went on")', limits);
    expect(stderr).toContain('it is too large to be copied');
    expect(status).not.toBe(0);
    const left = readdirSync(tmpdir()).filter(
      name =>
        name.startsWith(SCRATCH_PREFIX) &&
        existsSync(join(tmpdir(), name, folder.split('/').pop() ?? ''))
    );
    expect(left).toEqual([]);
  });
});

test('there is none in a language in which nobody wrote it', () => {
  expect(scratchCode('cobol', '')).toEqual({
    ok: false,
    reason:
      'A copy of the folder cannot be made in cobol; the replay can run in the folder itself.'
  });
});
