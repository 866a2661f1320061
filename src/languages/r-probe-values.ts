// The part of the R probe that reads values and files, and gives their fingerprints.

/**
 * A value is serialised in R's own form, which runs no method of anybody's. Environments inside of it are followed by what
 * reads these; pointers make it unknown. Nothing keeps a reference to a value, since R copies what has two.
 */
export const rValuesSource = String.raw`
  digest_of <- function(bytes) digest::digest(bytes, algo = 'xxhash64', serialize = FALSE)
  is_lazy <- function(x) inherits(x, c('spec_tbl_df', 'ArrowTabular', 'ArrowObject', 'tbl_lazy'))
  # Elements of a value and, down to a depth, of its parts.
  cells_of <- function(x, depth) {
    count <- length(unclass(x))
    if (!is.list(x) || depth > 4L || count > 100000L) return(count)
    for (part in unclass(x)) {
      count <- count + if (is.environment(part) || is.function(part)) 1 else cells_of(part, depth + 1L)
      if (count * 8 > SIZE_LIMIT) break
    }
    count
  }
  # Null for a value that has no fingerprint.
  print_of <- function(x, until = c(Inf, Inf)) {
    if (is_lazy(x) || typeof(x) %in% c('externalptr', 'weakref', 'promise')) return(NULL)
    if (is.primitive(x)) return(digest_of(charToRaw(paste(deparse(x), collapse = ''))))
    if (is.function(x) && identical(environment(x), globalenv())) return(digest_of(charToRaw(paste(deparse(x), collapse = '\n'))))
    if (is.environment(x) || is.function(x)) return(deep_print(x, until))
    if (is.atomic(x) && is.null(attributes(x)) && length(x) <= 100L && !is.character(x)) return(digest_of(serialize(x, NULL, xdr = FALSE, version = 2)))
    # Cheap first: to size a long vector of texts is to look at each of them.
    if (cells_of(x, 0L) * 8 > SIZE_LIMIT || as.numeric(object.size(x)) > SIZE_LIMIT) return(NULL)
    # R compiles functions when it calls them, which shows where they are serialised.
    if (typeof(x) == 'list' && any(vapply(unclass(x), is.function, NA))) return(deep_print(x, until))
    is_whole <- TRUE
    bytes <- serialize(x, NULL, xdr = FALSE, version = 2, refhook = function(e) { is_whole <<- FALSE; '' })
    if (is_whole) digest_of(bytes) else deep_print(x, until)
  }
  # Names that hold a promise or may: reading one would run its code.
  unread <- character()
  is_plain <- function(name) !name %in% unread && exists(name, envir = globalenv(), inherits = FALSE) && !bindingIsActive(as.name(name), globalenv())
  # Name to fingerprint, for as many names as there is time for; what was left out is counted.
  look <- function(names, until) {
    found <- character()
    left <- 0L
    for (name in names) {
      if (is_over(until)) { left <- left + 1L; next }
      if (!is_plain(name)) next
      print <- tryCatch(print_of(get(name, envir = globalenv(), inherits = FALSE), until), error = function(e) NULL)
      if (!is.null(print)) found[[name]] <- print
    }
    list(prints = found, left = left)
  }
  stream_of <- function() {
    if (!exists('.Random.seed', envir = globalenv(), inherits = FALSE)) return('0')
    digest_of(serialize(get('.Random.seed', envir = globalenv(), inherits = FALSE), NULL, version = 2))
  }
  is_scalar <- function(x) is.atomic(x) && length(x) == 1L && is.null(attributes(x)) && typeof(x) %in% c('double', 'integer', 'logical', 'character')
  # JSON has no numbers for what is missing or without end.
  scalar_of <- function(x) {
    if (is.character(x)) return(if (is.na(x) || !validEnc(x) || nchar(x, 'chars') > 200L) NULL else enc2utf8(x))
    if (is.nan(x)) return('NaN')
    if (is.na(x)) return('NA')
    if (is.infinite(x)) return(if (x > 0) 'Infinity' else '-Infinity')
    x
  }
  column_of <- function(name, x) {
    missing <- if (is.atomic(x) && length(x) <= 100000L && is.null(attr(x, 'class'))) (if (anyNA(x)) sum(is.na(x)) else 0L) else NULL
    entry <- list(name = name, type = class(x)[1L])
    entry$missing <- missing
    entry
  }
  profile_of <- function(x) {
    if (is_lazy(x)) return(NULL)
    if (is.data.frame(x)) {
      parts <- unclass(x)
      names <- attr(x, 'names')
      shown <- seq_len(min(length(parts), 200L))
      rows <- .row_names_info(x, 2L)
      columns <- lapply(shown, function(i) column_of(names[[i]], parts[[i]]))
      return(list(kind = 'frame', shape = list(rows, length(parts)), columns = columns))
    }
    if (is.atomic(x) && !is.null(attr(x, 'dim')) && is.null(attr(x, 'class'))) {
      return(list(kind = 'array', shape = as.list(attr(x, 'dim')), columns = list(list(name = '', type = typeof(x)))))
    }
    NULL
  }
  file_state <- function(paths) {
    states <- list()
    for (path in paths) {
      info <- suppressWarnings(file.info(path, extra_cols = FALSE))
      if (isFALSE(info$isdir)) states[[path]] <- list(size = info$size, modified = as.numeric(info$mtime))
    }
    states
  }
  relative <- function(path) {
    full <- normalizePath(path, '/', mustWork = FALSE)
    inside <- paste0(sub('/$', '', folder), '/')
    if (startsWith(full, inside)) substring(full, nchar(inside) + 1L) else full
  }
  file_use <- function(path, before, after, until) {
    is_new <- is.null(before) || !identical(before, after)
    use <- list(path = relative(path), mode = if (is_new) 'write' else 'read', evidence = 'named')
    use$size <- after$size
    use$modified <- round(after$modified * 1000)
    # A pipe has no size either, and would be waited for.
    use$hash <- if (after$size > 0 && after$size <= HASH_LIMIT && !is_over(until)) {
      tryCatch(digest::digest(path, algo = 'xxhash64', file = TRUE), error = function(e) NULL)
    }
    if (is.null(use$hash)) use$unread <- if (after$size > HASH_LIMIT) 'large' else if (is_over(until)) 'many' else 'unreadable'
    use
  }
`;
