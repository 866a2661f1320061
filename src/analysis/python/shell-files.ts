// Files that commands of a shell name: what they list, and what they write.

import type { FileAccess } from '../effect';

import { commandsIn } from './shell-scripts';

type ShellFile = Omit<FileAccess, 'range'>;

/** What lists a folder, and stands alone: what goes on to another program is not shown. */
const LISTING = /^(ls|ll|dir)(?=\s|$)([^|;&<>`(){}]*)$/;
/** What shows the files that it is given. */
const SHOWING =
  /^(?:cat|head|tail|less|more|pycat|wc|sort|uniq)\s([^|;&<>`(){}]*)/;
/** What goes through the files that it is given, behind what it looks for; that may stand in quotes. */
const SEEKING = /^(?:sed|[ef]?grep|awk)\s([^|;&<>`(){}]*)/;
/** What runs the file that it is given. */
const RUNNING =
  /^(?:(?:time|nohup)\s+)?(?:python[\d.]*|pytest|bash|sh|source|Rscript|node)\s+(?:-(?!m\b)\w+\s+)*([\w./-]*\w\.\w+)(?=\s|$)/g;
/** What a command reads in the place of what is typed. */
const GIVEN = /(?<!<)<\s*([^\s;&|<>"'`(){}$]+)/g;
/** What takes files away. */
const TAKING =
  /(?:^|[;&|]\s*)(?:rm|del|mv|rmdir|unlink|git\s+(?:checkout|clean|merge|mv|pull|rebase|reset|restore|rm|stash|switch))(?=\s|$)/;
/** A text in quotes. */
const QUOTED = /"[^"]*"|'[^']*'/g;
const REDIRECTED = /(?<![0-9&])(>>?)\s*([^\s;&|<>"'`(){}]+)/g;
const TOUCHING = /(?:^|[;&]\s*)touch\s+([^\s;&|<>"'`(){}-][^\s;&|<>"'`(){}]*)/g;

/** What keeps what goes through it in a file as well. */
const COPIED_BEHIND =
  /(?:^|[;&|]\s*)tee\s+(-a\s+)?([^\s;&|<>"'`(){}*-][^\s;&|<>"'`(){}*]*)/g;
/** What makes keys, and the file that it puts them into. */
const MAKING_KEYS =
  /(?:^|[;&|]\s*)(ssh-keygen|openssl)\s(?:[^;&|]*?\s)?-(?:f|out)\s+([^\s;&|<>"'`(){}*]+)/g;
/** What puts one file in the place of another; what has no ending may be a folder. */
const PUTTING =
  /^(cp|mv)\s+(?:-\w+\s+)*([^\s;&|<>"'`(){}*?-][^\s;&|<>"'`(){}*?]*)\s+([^\s;&|<>"'`(){}*?]*\w\.\w+)$/;

/** The files of one command, as its words name them: variables stand as they are written. */
export function shellFiles(command: string): readonly ShellFile[] {
  const text = command.trim().replace(/^!+\s*/, '');
  const bare = text.replace(QUOTED, '');
  return [
    ...listingsIn(text),
    ...readingsIn(text),
    ...seekingsIn(text),
    ...[...text.matchAll(RUNNING), ...bare.matchAll(GIVEN)].map(
      ([, path = '']) => ({ path, action: 'read' }) as const
    ),
    ...removedIn(text),
    ...foldersMadeBy(text),
    ...[...bare.matchAll(REDIRECTED)].flatMap(([, sign, path = '']) =>
      path.startsWith('/dev/')
        ? []
        : [
            sign === '>'
              ? ({ path, action: 'write' } as const)
              : ({ path, action: 'update', grows: true } as const)
          ]
    ),
    ...[...bare.matchAll(COPIED_BEHIND)].map(([, adds, path = '']) =>
      adds
        ? ({ path, action: 'update', grows: true } as const)
        : ({ path, action: 'write' } as const)
    ),
    ...keysMadeBy(bare),
    ...putBy(text),
    ...[...bare.matchAll(TOUCHING)].map(
      ([, path = '']) => ({ path, action: 'update' }) as const
    )
  ];
}

/** The files that `rm a.txt b.txt` removes, as far as it names them. */
function removedIn(command: string): readonly ShellFile[] {
  const [, names = ''] = /^(?:rm|del)\s+([^|;&<>]*)$/.exec(command) ?? [];
  return names
    .split(/\s+/)
    .filter(name => /^(?!-)[^*?[\]${}"']+$/.test(name))
    .map(path => ({ path, action: 'write', removes: true }));
}

/** `ssh-keygen -f key` writes `key` and `key.pub`. */
function keysMadeBy(command: string): readonly ShellFile[] {
  return [...command.matchAll(MAKING_KEYS)].flatMap(([, program, path = '']) =>
    (program === 'openssl' ? [path] : [path, `${path}.pub`]).map(
      one => ({ path: one, action: 'write' }) as const
    )
  );
}

/** `cp a.csv b.csv`, `mv a.csv b.csv`. */
function putBy(command: string): readonly ShellFile[] {
  const [, word, from, to] = PUTTING.exec(command) ?? [];
  return from === undefined || to === undefined
    ? []
    : [
        { path: from, action: 'read' },
        ...(word === 'mv'
          ? [{ path: from, action: 'write', removes: true } as const]
          : []),
        { path: to, action: 'write' }
      ];
}

/** Makes a repository of the folder in which it stands. */
const REPOSITORY = /^git\s+init(?:\s+(?:-b|--initial-branch)[\s=]\s*\S+)?$/;

/** The folders of `mkdir a b`, `git init` and `git clone url a`, which say so where there is one already. */
function foldersMadeBy(command: string): readonly ShellFile[] {
  const [, names = ''] =
    ((REPOSITORY.test(command) && ['', '.git']) ||
      /^mkdir\s+([^|;&<>`"'(){}$-]+)$/.exec(command)) ??
    /^git\s+init\s+([\w./]+)$/.exec(command) ??
    /^git\s+clone\s+\S+\s+([\w./]+)$/.exec(command) ??
    /^git\s+clone\s+\S*?([^\s/]+?)(?:\.git)?\/?$/.exec(command) ??
    [];
  return names
    .split(/\s+/)
    .filter(Boolean)
    .map(path => ({
      path,
      action: 'update',
      isFolder: true,
      isMadeOnce: 'says'
    }));
}

/** True for commands that take files away, or to another place, and do not name each. */
export function takesFiles(command: string): boolean {
  const text = command.trim().replace(/^[!%]+\s*/, '');
  const words = /^(?:rm|del)\s+(.*)$/.exec(text)?.[1]?.split(/\s+/);
  return (
    TAKING.test(text.replace(QUOTED, '')) &&
    words?.filter(Boolean).length !== removedIn(text).length
  );
}

/** The files of a magic that is called as the command that it stands for. */
export function aliasFiles(command: string): readonly ShellFile[] {
  return [
    ...listingsIn(command),
    ...readingsIn(command),
    ...removedIn(command)
  ];
}

/** `head -n 3 a.csv`: numbers belong to options. */
function readingsIn(command: string): readonly ShellFile[] {
  const [, rest = ''] = SHOWING.exec(command.trim()) ?? [];
  return rest
    .split(/\s+/)
    .filter(word => word !== '' && !/^(?:-.*|\+?\d+|.*["'*?].*)$/.test(word))
    .map(path => ({ path, action: 'read' }));
}

/** `grep -c "a b" x.txt`, `sed s/a/b/ x.txt`; with `-i` what is read is changed. */
function seekingsIn(command: string): readonly ShellFile[] {
  const [all = '', rest = ''] =
    SEEKING.exec(command.replace(QUOTED, '""')) ?? [];
  const words = rest.split(/\s+/).filter(word => word && !word.startsWith('-'));
  const isChanged = /^sed\s(?:.*\s)?-i/.test(all);
  return words
    .slice(1)
    .filter(word => !/["'*?$]/.test(word))
    .map(path => ({ path, action: isChanged ? 'update' : 'read' }));
}

/** The files of all commands of a script, as far as they are called by their names. */
export function scriptFiles(script: string): readonly ShellFile[] {
  return commandsIn(script)
    .flatMap(shellFiles)
    .filter(({ path }) => !path.includes('$'));
}

/** `ls -l data *.csv`: each of what it asks for; the folder that it stands in where it names none. */
function listingsIn(command: string): readonly ShellFile[] {
  const [, name = '', rest = ''] = LISTING.exec(command.trim()) ?? [];
  if (name === '') {
    return [];
  }
  const words = rest.split(/\s+/).filter(Boolean);
  const options = words.filter(word => word.startsWith('-'));
  const asked = words.filter(word => !word.startsWith('-'));
  const showsTimes =
    name === 'll' || options.some(option => /^-\w*l/.test(option));
  return (asked.length > 0 ? asked : ['.']).map(word => ({
    path: word.replace(/^(["'])(.*)\1$/, '$2'),
    action: 'list',
    ...(showsTimes && { showsTimes })
  }));
}
