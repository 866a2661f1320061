// The part of the R probe that tells cells in which nothing can run but their own text.

/**
 * Defines `is_still(facts, here)` and `shows_as_usual(present)`. Of such cells it is not asked what other values hold, what was drawn and what was loaded. Needs what reads values.
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
  # What shows a value that is no object where the user defines it; whether there is one among the names that were looked at last.
  SHOWING <- c('print', 'repr_text', 'repr_html', 'repr_latex', 'repr_markdown', outer(
    c('print.', 'format.', 'repr_text.', 'repr_html.', 'repr_latex.', 'repr_markdown.'),
    c('default', 'numeric', 'double', 'integer', 'character', 'logical', 'complex', 'raw', 'NULL'), paste0
  ))
  shown_by <- list(names = NULL, is_own = FALSE)
  shows_as_usual <- function(present) {
    if (!identical(present, shown_by$names)) shown_by <<- list(names = present, is_own = any(SHOWING %in% present))
    !shown_by$is_own
  }
  # Whether a cell names nothing but values that are no objects and hold none, what it binds, and functions of that kind.
  # here: those of its names that are there.
  is_still <- function(facts, here) {
    own <- facts$names[!facts$names %in% INERT]
    if (!all(own %in% c(here, facts$assigned)) || any(startsWith(facts$assigned, '.'))) return(FALSE)
    for (name in here) if (!is_inert(name)) return(FALSE)
    TRUE
  }
`;
