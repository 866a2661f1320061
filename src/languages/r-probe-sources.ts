// The part of the R probe that tells which files cells sourced, and when one of them changed.

/**
 * Defines `note_sources(calls)`, `sourced`, `module_name(path)` and `start_of(path, limit)`. Which files were sourced is read
 * from the code of the cells and of the files themselves, each once as it stands.
 */
export const rSourcesSource = String.raw`
  # Longer files are not looked into for what they source.
  CODE_LIMIT <- 60000L
  FILE_LIMIT <- 50L
  # What a cell that sources has time for, in budgets: its files are looked into once, until they change.
  SHARE <- 3
  EMPTY <- digest::digest('', algo = 'xxhash64', serialize = FALSE)
  SOURCE <- c('source', 'sys.source')
  # Files that cells sourced, by their full path: the hash and the time of what was looked at last.
  sourced <- list()
  tidy <- function(text) iconv(text, 'UTF-8', 'UTF-8', sub = '?')
  # At most that many bytes of a file as one text, and whether there were more; null for a file that cannot be read. What
  # has no size may be a pipe, which would be waited for.
  start_of <- function(path, limit) tryCatch({
    if (!isTRUE(file.size(path) > 0)) return(NULL)
    bytes <- readBin(path, 'raw', limit + 1L)
    is_cut <- length(bytes) > limit
    bytes <- utils::head(bytes, limit)
    list(text = tidy(rawToChar(bytes[bytes != as.raw(0L)])), is_cut = is_cut)
  }, error = function(e) NULL)
  module_name <- function(path) {
    name <- gsub('[^[:alnum:]_.]', '_', sub('\\.[rR]$', '', basename(path)))
    if (grepl('^[[:alpha:]_]', name)) name else paste0('_', name)
  }
  # Paths that calls of source() name: constants, constants joined by file.path(), and names of texts.
  path_in <- function(x) {
    if (is.character(x) && length(x) == 1L) return(x)
    if (is.symbol(x) && is_plain(as.character(x))) {
      value <- get(as.character(x), envir = globalenv(), inherits = FALSE)
      return(if (is.character(value) && length(value) == 1L && is.null(attributes(value))) value else NULL)
    }
    parts <- if (is.call(x) && identical(x[[1L]], quote(file.path))) as.list(x)[-1L] else list()
    if (length(parts) && all(vapply(parts, function(part) is.character(part) && length(part) == 1L, NA))) do.call(file.path, unname(parts)) else NULL
  }
  sources_in <- function(calls) {
    paths <- lapply(calls, function(call) {
      named <- as.list(call)[-1L]
      first <- if (!is.null(named$file)) named$file else if (length(named) && (is.null(names(named)) || !nzchar(names(named)[[1L]]))) named[[1L]]
      if (is.null(first)) NULL else path_in(first)
    })
    paths <- unique(as.character(unlist(paths)))
    paths <- paths[!is.na(paths) & nzchar(paths) & nchar(paths, 'bytes') < 1000L & !grepl('://', paths, fixed = TRUE)]
    # What has no size is empty, or a pipe or a device, which would be waited for.
    paths <- paths[vapply(paths, function(path) { info <- file.info(path, extra_cols = FALSE); isFALSE(info$isdir) && isTRUE(info$size > 0) }, NA)]
    if (length(paths)) normalizePath(paths, '/', mustWork = FALSE) else character()
  }
  # The calls of source() in code; only statements with one are walked.
  source_calls <- function(code) {
    calls <- list()
    walk <- function(x, depth) {
      if (depth > 200L || missing(x) || !is.call(x)) return(invisible())
      if (is.symbol(x[[1L]]) && as.character(x[[1L]]) %in% SOURCE) calls[[length(calls) + 1L]] <<- x
      for (part in as.list(x)) if (!missing(part)) walk(part, depth + 1L)
    }
    for (statement in as.list(parsed(code))) if (any(SOURCE %in% all.names(statement, unique = TRUE))) walk(statement, 0L)
    calls
  }
  # The calls in files, by the path, as long as a file stays as it is.
  looked_into <- list()
  look_into <- function(path) {
    stamp <- stamp_of(path)
    known <- looked_into[[path]]
    if (!is.null(known) && identical(known$stamp, stamp)) return(known)
    content <- start_of(path, CODE_LIMIT)
    is_whole <- !is.null(content) && !content$is_cut
    calls <- if (is_whole && grepl('source', content$text, fixed = TRUE)) source_calls(content$text) else list()
    looked_into[[path]] <<- list(stamp = stamp, calls = calls, is_whole = is_whole)
  }
  # Those of the code, and those that they source in their turn; whether all were looked into.
  all_sources <- function(calls) {
    until <- limit(SHARE * BUDGET)
    found <- sources_in(calls)
    at <- 0L
    is_whole <- TRUE
    while (at < length(found)) {
      if (at >= FILE_LIMIT || is_over(until)) return(list(paths = utils::head(found, FILE_LIMIT), is_whole = FALSE))
      at <- at + 1L
      inside <- look_into(found[[at]])
      is_whole <- is_whole && inside$is_whole
      found <- unique(c(found, sources_in(inside$calls)))
    }
    list(paths = found, is_whole = is_whole)
  }
  stamp_of <- function(path) { info <- suppressWarnings(file.info(path, extra_cols = FALSE)); paste(info$size, format(as.numeric(info$mtime), digits = 17L)) }
  look_at_source <- function(path, is_sourced) {
    last <- sourced[[path]]
    stamp <- stamp_of(path)
    if (!is_sourced && identical(stamp, last$stamp)) return(NULL)
    size <- file.size(path)
    hash <- if (isTRUE(size == 0)) EMPTY else if (isTRUE(size <= 1e6)) digest::digest(path, algo = 'xxhash64', file = TRUE)
    sourced[[path]] <<- list(stamp = stamp, hash = hash)
    if (is.null(hash) || (!is_sourced && identical(hash, last$hash))) return(NULL)
    list(name = module_name(path), path = relative(path), hash = hash, state = if (is.null(last)) 'imported' else if (is_sourced) 'reloaded' else 'changed')
  }
  # What happened to files of the user's own in a cell with these calls of source(), and whether that is all.
  note_sources <- function(calls) {
    now_sourced <- all_sources(calls)
    paths <- unique(c(now_sourced$paths, names(sourced)))
    uses <- lapply(paths, function(path) tryCatch(look_at_source(path, path %in% now_sourced$paths), error = function(e) NULL))
    list(uses = Filter(Negate(is.null), uses), is_whole = now_sourced$is_whole)
  }
`;
