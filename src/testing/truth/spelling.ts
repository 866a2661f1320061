// How languages spell what drawn sessions and mechanical edits look at.

/** What one language looks like to who understands none. */
export type Spelling = {
  /** Cells that nobody leaves out for long, since nothing below would run. */
  readonly basic: RegExp;
  /** Lines at the margin that assign, the name as their first group. */
  readonly assigned: RegExp;
  /** A name wherever it stands as a word of its own. */
  readonly word: (name: string) => RegExp;
};

/** As Python spells it. */
export const pythonSpelling: Spelling = {
  basic: /^\s*(?:import|from|def|async def|class|@|%)/,
  assigned: /^([a-z_]\w*)\s*=(?!=)/gim,
  word: name => new RegExp(`(?<![\\w.])${name}(?!\\w)`, 'g')
};

/** As R spells it: dots are letters, and parts of values have names behind `$` and `@`. */
export const rSpelling: Spelling = {
  basic:
    /^\s*(?:library|require|suppressPackageStartupMessages|set(?:Class|RefClass|Generic|Method)|[\w.]+\s*<-\s*(?:function\s*\(|setRefClass|setClass))/,
  assigned: /^([a-z][\w.]*)\s*(?:<-|=(?!=))/gim,
  word: name =>
    new RegExp(`(?<![\\w.$@])${name.replace(/\./g, '\\.')}(?![\\w.])`, 'g')
};
