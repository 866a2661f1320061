// The import arrows of src/README.md as ESLint configuration: one table, one block for each folder and depth.

const PURE = [
  'model',
  'analysis',
  'lineage',
  'recording',
  'hazards',
  'compare',
  'replay',
  'facts',
  'languages',
  'exporters'
];

/** What each folder (or file) of src may import from its siblings, always through their index. */
const ARROWS = {
  model: [],
  analysis: ['model'],
  lineage: ['analysis', 'model'],
  recording: ['model'],
  hazards: ['lineage', 'model'],
  facts: ['analysis', 'lineage', 'model'],
  compare: ['lineage', 'model'],
  replay: ['compare', 'languages', 'lineage', 'model'],
  languages: ['analysis', 'lineage', 'model'],
  exporters: ['facts', 'languages', 'lineage', 'model'],
  tokens: PURE,
  panel: ['tokens', ...PURE],
  kernel: ['tokens', ...PURE],
  store: ['tokens', ...PURE],
  plugins: ['tokens', 'panel', 'kernel', 'store', ...PURE],
  'index.ts': ['plugins'],
  cli: PURE,
  testing: ['tokens', 'panel', 'kernel', 'store', ...PURE]
};

/** Folders without an index, whose files are entered one by one: one plugin a file, one builder a file. */
const WITHOUT_INDEX = ['plugins', 'testing'];

/** Siblings of which a folder may use the types, and nothing that runs. */
const TYPES_ONLY = { recording: ['analysis', 'lineage'] };

/** Packages whose code pure folders may run: they touch neither a page nor a clock. */
const PURE_PACKAGES = [
  '@lezer/[a-z]+',
  '@noble/hashes(/[a-z0-9-]+)?',
  'diff',
  'fflate'
];

/** Packages of which pure folders may use the types. */
const PURE_TYPES = ['@jupyterlab/nbformat', '@jupyterlab/services'];

/** Globals that pure folders are passed instead, or have no business with. */
const IMPURE_GLOBALS = [
  'window',
  'document',
  'self',
  'globalThis',
  'navigator',
  'location',
  'process',
  'console',
  'performance',
  'crypto',
  'fetch',
  'indexedDB',
  'localStorage',
  'sessionStorage',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'requestAnimationFrame'
];

const STATE = 'Pure folders keep no module state: pass it in.';

/** Syntax that brings a clock, randomness or state into a pure folder. */
const IMPURE_SYNTAX = [
  ['MemberExpression[object.name="Date"][property.name="now"]', 'clock'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'clock'],
  ['CallExpression[callee.name="Date"]', 'clock'],
  ['MemberExpression[object.name="Math"][property.name="random"]', 'randomness']
]
  .map(([selector, what]) => ({
    selector,
    message: `Pure folders have no ${what} of their own: pass it in.`
  }))
  .concat([
    {
      selector: 'Program > VariableDeclaration[kind!="const"]',
      message: STATE
    },
    {
      selector:
        'Program > ExportNamedDeclaration > VariableDeclaration[kind!="const"]',
      message: STATE
    },
    {
      selector:
        ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Weak)?(Map|Set)$/][arguments.length=0]',
      message: STATE
    }
  ]);

/** Ways to turn text into markup: what a notebook shows is untrusted. */
const MARKUP_SYNTAX = [
  'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
  'MemberExpression[property.value=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
  'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  'Property[key.name="dangerouslySetInnerHTML"]',
  'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]'
].map(selector => ({
  selector,
  message: 'Never make markup from text: use nodes, React or the rendermime.'
}));

const DEPTHS = [1, 2, 3, 4];

/** A pattern of `no-restricted-imports`, which is a regular expression with its sentence. */
function pattern(regex, message, allowTypeImports = false) {
  return { regex, message, allowTypeImports };
}

/** Patterns for the siblings in src, for a file that reaches src by going up `depth` folders. */
function siblingPatterns(name, allowed, typesOnly, depth) {
  const up = depth === 0 ? '^\\./' : `^(\\.\\./){${depth}}`;
  const known = [...allowed, ...typesOnly];
  const listed = known.length > 0 ? `(?!(${known.join('|')})(/|$))` : '';
  const may = allowed.length > 0 ? allowed.join(', ') : 'nothing';
  const patterns = [
    pattern(`${up}${listed}`, `src/${name} may import ${may} (src/README.md).`),
    pattern('^\\.\\.?/.*/\\.\\.(/|$)|^\\./\\.\\.', 'Write the shortest path.')
  ];
  const indexed = known.filter(each => !WITHOUT_INDEX.includes(each));
  if (indexed.length > 0) {
    patterns.push(
      pattern(
        `${up}(${indexed.join('|')})/`,
        'Import another folder through its index.'
      )
    );
  }
  if (typesOnly.length > 0) {
    patterns.push(
      pattern(
        `${up}(${typesOnly.join('|')})$`,
        `src/${name} may use the types of ${typesOnly.join(', ')} alone.`,
        true
      )
    );
  }
  return patterns;
}

/** Patterns for packages, in a pure folder. */
function purePackagePatterns(isTest) {
  const types = PURE_TYPES.join('|');
  const packages = [...PURE_PACKAGES, ...(isTest ? ['node:[a-z_/]+'] : [])];
  return [
    pattern(
      `^(?!\\.)(?!(${[...packages, types].join('|')})$)`,
      'Pure folders may not use this package.'
    ),
    pattern(`^(${types})$`, 'Pure folders may use its types alone.', true)
  ];
}

/** The rules for one folder, for files at one depth below src. */
function rulesFor(name, allowed, typesOnly, depth, isTest) {
  const isPure = PURE.includes(name);
  const patterns = siblingPatterns(name, allowed, typesOnly, depth);
  if (isPure) {
    patterns.push(...purePackagePatterns(isTest));
  }
  if (depth < 3 && !isTest) {
    patterns.push(pattern('^\\.\\./\\.\\./\\.\\.', 'Too far up.'));
  }
  const isBoundByPurity = isPure && !isTest;
  return {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
    'no-restricted-syntax': [
      'error',
      ...MARKUP_SYNTAX,
      ...patterns.filter(each => !each.allowTypeImports).map(dynamicImport),
      ...(isBoundByPurity ? IMPURE_SYNTAX : [])
    ],
    'no-restricted-globals': [
      'error',
      ...(isBoundByPurity ? IMPURE_GLOBALS : ['event', 'name'])
    ]
  };
}

/** The same restriction for `import('…')`, which `no-restricted-imports` does not see. */
function dynamicImport({ regex, message }) {
  const escaped = regex.replaceAll('/', '\\/');
  return {
    selector: `ImportExpression > Literal[value=/${escaped}/]`,
    message
  };
}

/** The blocks for one folder: its files at each depth, and its tests, which may also use test builders. */
function folderBlocks(name) {
  const typesOnly = TYPES_ONLY[name] ?? [];
  return DEPTHS.flatMap(depth => {
    const inside = '*/'.repeat(depth - 1);
    const files = [`src/${name}/${inside}*.{ts,tsx}`];
    const tests = [`src/${name}/${inside}__tests__/*.{ts,tsx}`];
    const wide = [
      'testing',
      ...new Set([...ARROWS[name], ...PURE].filter(each => each !== name))
    ];
    return [
      {
        name: `retrace/arrows/${name}/${depth}`,
        files,
        ignores: ['**/__tests__/**'],
        rules: rulesFor(name, ARROWS[name], typesOnly, depth, false)
      },
      {
        name: `retrace/arrows/${name}/${depth}/tests`,
        files: tests,
        rules: rulesFor(name, wide, [], depth + 1, true)
      }
    ];
  });
}

/** ESLint configuration blocks that hold the arrows and the purity of the pure folders. */
export const arrows = Object.keys(ARROWS).flatMap(name =>
  name.endsWith('.ts')
    ? [
        {
          name: `retrace/arrows/${name}`,
          files: [`src/${name}`],
          rules: rulesFor(name, ARROWS[name], [], 0, false)
        }
      ]
    : folderBlocks(name)
);
