// The part of the R probe that tells cells in which nothing can run but their own text.

/**
 * Defines `is_still(facts, here)`. Of such cells it is not asked what other values hold, what was drawn and what was loaded. Needs what reads values.
 */
export const rStillSource = String.raw`
  # Functions of R's own which call methods for nothing but objects, and do nothing else than to give a value.
  INERT <- c(
    '<-', '=', '(', '{', '[', '[[', '+', '-', '*', '/', '^', '%%', '%/%', ':', '==', '!=', '<', '>', '<=', '>=', '!', '&', '|', '&&', '||', 'if', 'for', 'while', 'repeat', 'break', 'next',
    'c', 'list', 'length', 'sum', 'prod', 'max', 'min', 'abs', 'sqrt', 'exp', 'floor', 'ceiling', 'round', 'seq_len', 'is.null', 'is.na'
  )
  is_inert <- function(name) is_plain(name) && switch(
    typeof(globalenv()[[name]]), logical = , integer = , double = , complex = , character = , raw = , 'NULL' = !is.object(globalenv()[[name]]), FALSE
  )
  # Whether a cell names nothing but values that are no objects and hold none, what it binds, and functions of that kind.
  # here: those of its names that are there.
  is_still <- function(facts, here) {
    own <- facts$names[!facts$names %in% INERT]
    if (!all(own %in% c(here, facts$assigned)) || any(startsWith(facts$assigned, '.'))) return(FALSE)
    for (name in here) if (!is_inert(name)) return(FALSE)
    TRUE
  }
`;
