// Python's built-in functions, and the methods of its built-in types.

import type { Library } from './library';

export const builtins: Library = {
  module: 'builtins',
  aliases: 'builtins',
  isPure: true,
  functions: [
    { names: 'next anext', changes: [0] },
    {
      names: 'open',
      effect: { state: 'directory', action: 'read' },
      files: [{ at: 0, keywords: 'file', action: 'read', mode: 1 }]
    },
    { names: 'print display', effect: { state: 'display', action: 'read' } }
  ],
  silentMethods: `add append appendleft clear difference_update discard extend extendleft insert
    intersection_update move_to_end remove reverse rotate sort subtract symmetric_difference_update update`,
  changingMethods: `close flush pop popitem popleft read readline readlines seek send setdefault throw truncate
    write writelines`,
  pureMethods: `as_integer_ratio as_posix bit_count bit_length capitalize casefold center conjugate copy count decode
    difference elements encode endswith exists expandtabs find format format_map fromkeys get group groupdict groups
    hex index intersection is_dir is_file isalnum isalpha isascii isdecimal isdigit isdisjoint isidentifier islower
    isnumeric isprintable isspace issubset issuperset istitle isupper items join joinpath keys ljust lower lstrip
    maketrans most_common partition removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip
    split splitlines startswith strftime strip swapcase symmetric_difference title total total_seconds translate union
    upper values with_suffix zfill`
};

/** Built-ins that never call what they are handed. */
export const inertBuiltins: ReadonlySet<string> = new Set(
  `abs bin bool bytes callable chr complex dir display divmod float format getattr hasattr hash hex id int isinstance
  issubclass len oct ord pow print range repr round slice str type zip enumerate`.split(
    /\s+/
  )
);

/** Built-ins that go through an iterable to its end, and so use up generators and files. */
export const consumingBuiltins: ReadonlySet<string> = new Set(
  'dict frozenset list set tuple'.split(' ')
);
