// The part of the R probe that reads the code of a cell.

/** Defines `parsed(code)`, null for what is no R, and `facts_of(code)`, in time that grows with the code's length. */
export const rFactsSource = String.raw`
  texts <- function(x) unique(as.character(unlist(x)))
  parsed <- function(code) tryCatch(parse(text = code, keep.source = FALSE, encoding = 'UTF-8'), error = function(e) NULL)
  # All names, string constants and seeds of the code, and the names that it assigns as wholes.
  facts_of <- function(code) {
    strings <- assigned <- seeds <- sources <- list()
    walk <- function(x, depth) {
      if (depth > 200L || missing(x)) return(invisible())
      if (is.character(x)) { strings[[length(strings) + 1L]] <<- x; return(invisible()) }
      if (!is.call(x)) return(invisible())
      head <- if (is.symbol(x[[1L]])) as.character(x[[1L]]) else ''
      if (head %in% c('<-', '=', '<<-') && length(x) == 3L && (is.symbol(x[[2L]]) || is.character(x[[2L]]))) {
        assigned[[length(assigned) + 1L]] <<- as.character(x[[2L]])
      }
      if (head == 'set.seed' && length(x) > 1L && is.numeric(x[[2L]]) && length(x[[2L]]) == 1L) {
        seeds[[length(seeds) + 1L]] <<- list(stream = 'random', seed = format(x[[2L]], digits = 15L, scientific = FALSE))
      }
      if (head %in% c('source', 'sys.source')) sources[[length(sources) + 1L]] <<- x
      for (part in as.list(x)) if (!missing(part)) walk(part, depth + 1L)
    }
    code <- parsed(code)
    for (statement in as.list(code)) walk(statement, 1L)
    list(names = all.names(code, unique = TRUE), strings = texts(strings), assigned = texts(assigned), seeds = unique(seeds), sources = unique(sources))
  }
`;
