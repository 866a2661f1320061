// What IPython's magics do to the notebook's names. Those that are not here are not known.

import type { AmbientState } from '../../effect';

/** Magics whose argument, or whose cell, is Python. `options`: letters of the options that take a value. */
export const codeMagics: Readonly<
  Record<string, { readonly options: string; readonly isIsolated: boolean }>
> = {
  time: { options: '', isIsolated: false },
  timeit: { options: 'nrp', isIsolated: true },
  prun: { options: 'lsTD', isIsolated: false },
  memit: { options: 'rti', isIsolated: true },
  mprun: { options: 'fT', isIsolated: false },
  lprun: { options: 'fmTDsu', isIsolated: false },
  pyinstrument: { options: '', isIsolated: false },
  capture: { options: '', isIsolated: false },
  debug: { options: 'b', isIsolated: false }
};

/** Magics that print how long something took. */
export const timingMagics: ReadonlySet<string> = new Set([
  'time',
  'timeit',
  'prun',
  'lprun',
  'pyinstrument'
]);

/** Magics that may install packages. */
export const packageMagics: ReadonlySet<string> = new Set(
  'conda mamba micromamba pip uv'.split(' ')
);

/** Line magics that leave every name as it is. */
export const inertLineMagics: ReadonlySet<string> = new Set(
  `alias_magic autoawait autocall automagic autoreload bookmark cat clear colors conda cp debug dhist dirs
  doctest_mode ed hist history killbgscripts ldir less lf lk ll load_ext logoff logon logstart logstate logstop ls
  lsmagic lx magic mamba man matplotlib micromamba mkdir more mv notebook page pastebin pdb pdef pdoc pfile pinfo
  pinfo2 pip pprint profile psearch psource pwd pycat qtconsole quickref reload_ext rep rm rmdir save sc sx system
  tb tensorboard unalias unload_ext uv who who_ls whos xmode`.split(/\s+/)
);

/** Line magics that change ambient state. */
export const stateMagics: Readonly<Record<string, AmbientState>> = {
  cd: 'directory',
  pushd: 'directory',
  popd: 'directory',
  env: 'environment',
  set_env: 'environment',
  config: 'plotting'
};

/** Line magics after which more or fewer names may be there than the source tells. */
export const openLineMagics: Readonly<Record<string, string>> = {
  run: 'What the file that “%run” runs binds is not known.',
  load: 'What “%load” brings in is not known.',
  pylab: 'Which names “%pylab” binds is not known.',
  reset: 'Which names “%reset” removes is not known.',
  reset_selective: 'Which names “%reset_selective” removes is not known.',
  rerun: 'What “%rerun” runs depends on which cells ran before.',
  recall: 'What “%recall” runs depends on which cells ran before.',
  macro: 'What “%macro” stands for depends on which cells ran before.'
};

/** Cell magics whose body is text, or a program of its own: it touches no name. */
export const foreignCellMagics: ReadonlySet<string> = new Set(
  `! HTML SVG bash cmd file html javascript js latex markdown perl pypy python python2 python3 ruby script sh svg sx
  system writefile`.split(/\s+/)
);

/** Commands that IPython takes as magics without their percent sign, where no Python could stand. */
export const automagics: ReadonlySet<string> = new Set(
  `cat cd conda cp env history load_ext ls mamba matplotlib mkdir mv pip pwd reload_ext rm rmdir run time timeit who
  whos`.split(/\s+/)
);
