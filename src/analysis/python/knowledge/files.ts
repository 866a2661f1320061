// The standard library's ways to files, and joblib's.

import type { FunctionRule, Library } from './library';

const near = { state: 'directory', action: 'read' } as const;

const globbing: Library = {
  module: 'glob',
  aliases: 'glob',
  isPure: true,
  functions: [
    {
      names: 'glob iglob',
      effect: near,
      files: [{ at: 0, keywords: 'pathname', action: 'list' }]
    }
  ]
};

const receiver = (
  action: 'read' | 'write' | 'update'
): FunctionRule['files'] => [{ at: 'receiver', action }];

const paths: Library = {
  module: 'pathlib',
  aliases: 'pathlib',
  imported: 'Path',
  isPure: true,
  functions: [
    { names: 'Path.cwd', effect: near },
    { names: 'Path.home', effect: { state: 'environment', action: 'read' } }
  ],
  methodEffects: [
    { names: 'read_bytes read_text', effect: near, files: receiver('read') },
    { names: 'write_bytes write_text', effect: near, files: receiver('write') },
    {
      names: 'open',
      files: [{ at: 'receiver', action: 'read', mode: 0 }]
    },
    {
      names: 'mkdir',
      files: [
        { at: 'receiver', action: 'update', isFolder: true, once: 'exist_ok' }
      ]
    },
    { names: 'stat lstat', files: [{ at: 'receiver', action: 'stamp' }] },
    { names: 'iterdir', files: [{ at: 'receiver', action: 'list' }] },
    {
      names: 'glob',
      effect: near,
      files: [{ at: 'receiver', within: 0, action: 'list' }]
    },
    {
      names: 'rglob',
      effect: near,
      files: [{ at: 'receiver', within: 0, isDeep: true, action: 'list' }]
    },
    { names: 'touch', files: receiver('update') },
    {
      names: 'rmdir unlink',
      files: [{ at: 'receiver', action: 'update', removes: true }]
    }
  ],
  pureMethods: `absolute expanduser iterdir mkdir read_bytes read_text relative_to resolve rglob rmdir touch unlink
    with_name with_stem write_bytes write_text`
};

/** Modules whose `open` is that of the builtins. */
const opening = (module: string): Library => ({
  module,
  aliases: module,
  isPure: true,
  isCommonWord: true,
  functions: [
    {
      names: 'open',
      effect: near,
      files: [{ at: 0, keywords: 'filename file', action: 'read', mode: 1 }]
    }
  ]
});

const archives: Library = {
  module: 'zipfile',
  aliases: 'zipfile',
  imported: 'ZipFile',
  isPure: true,
  functions: [
    {
      names: 'ZipFile',
      effect: near,
      files: [{ at: 0, keywords: 'file', action: 'read', mode: 1 }]
    }
  ]
};

const databases: Library = {
  module: 'sqlite3',
  aliases: 'sqlite3',
  isPure: true,
  functions: [
    {
      names: 'connect',
      effect: near,
      files: [{ at: 0, keywords: 'database', action: 'update' }]
    }
  ],
  changingMethods: `commit execute executemany executescript fetchall fetchmany fetchone rollback`
};

/** Files and folders under names that are drawn. */
const temporary: Library = {
  module: 'tempfile',
  aliases: 'tempfile',
  imported: 'mkdtemp NamedTemporaryFile TemporaryDirectory',
  isPure: true,
  functions: [
    {
      names: 'mkdtemp mkstemp mktemp NamedTemporaryFile TemporaryDirectory',
      effect: { state: 'entropy', action: 'read' }
    }
  ]
};

const tables: Library = {
  module: 'csv',
  aliases: 'csv',
  isPure: true,
  isCommonWord: true,
  changingMethods: 'writeheader writerow writerows'
};

const copying: Library = {
  module: 'shutil',
  aliases: 'shutil',
  isPure: true,
  functions: [
    {
      names: 'copy copy2 copyfile',
      effect: near,
      files: [
        { at: 0, keywords: 'src', action: 'read' },
        { at: 1, keywords: 'dst', action: 'write' }
      ]
    },
    {
      names: 'move',
      effect: near,
      files: [
        { at: 0, keywords: 'src', action: 'read' },
        { at: 0, keywords: 'src', action: 'write', removes: true },
        { at: 1, keywords: 'dst', action: 'write' }
      ]
    },
    {
      names: 'rmtree',
      effect: near,
      files: [{ at: 0, keywords: 'path', action: 'write', removes: true }]
    },
    {
      names: 'copytree',
      effect: near,
      files: [
        {
          at: 1,
          keywords: 'dst',
          action: 'update',
          isFolder: true,
          once: 'dirs_exist_ok'
        }
      ]
    }
  ]
};

const stored: Library = {
  module: 'joblib',
  aliases: 'joblib',
  isPure: true,
  functions: [
    {
      names: 'load',
      effect: near,
      files: [{ at: 0, keywords: 'filename', action: 'read' }]
    },
    {
      names: 'dump',
      effect: near,
      files: [{ at: 1, keywords: 'filename', action: 'write' }]
    }
  ]
};

export const files: readonly Library[] = [
  globbing,
  paths,
  archives,
  databases,
  temporary,
  tables,
  copying,
  stored,
  opening('bz2'),
  opening('codecs'),
  opening('gzip'),
  opening('lzma')
];
