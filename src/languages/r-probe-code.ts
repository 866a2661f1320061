// The part of the R probe that tells what code stands beside the notebook: the repository, and files that cells sourced.

/**
 * Defines `code_of()`, `note_sources(calls)`, and `has_moved()` and `follow_repository(request)`, by which a commit or a
 * checkout in the middle of a run is seen. git is asked to run nothing of the repository's own, to take no locks
 * and to load nothing over the network, and is ended after a while. Which files were sourced is read from the cells' code.
 */
export const rCodeSource = String.raw`
  GIT_SECONDS <- 3
  DIFF_LIMIT <- 100000L
  TEXT_LIMIT <- 60000L
  PART_LIMIT <- 150000L
  NOWHERE <- if (.Platform$OS.type == 'windows') 'NUL' else '/dev/null'
  GIT <- unlist(lapply(
    c('core.fsmonitor=false', paste0('core.hooksPath=', NOWHERE), 'core.quotePath=false', 'core.untrackedCache=false', 'gc.auto=0', 'maintenance.auto=false', 'submodule.recurse=false'),
    function(setting) c('-c', setting)
  ))
  tidy <- function(text) iconv(text, 'UTF-8', 'UTF-8', sub = '?')
  # At most that many bytes of a file as one text, and whether there were more; null for a file that cannot be read.
  start_of <- function(path, limit) tryCatch({
    bytes <- readBin(path, 'raw', limit + 1L)
    is_cut <- length(bytes) > limit
    bytes <- utils::head(bytes, limit)
    list(text = tidy(rawToChar(bytes[bytes != as.raw(0L)])), is_cut = is_cut)
  }, error = function(e) NULL)
  lines_in <- function(text) if (nzchar(text)) strsplit(text, '\n', fixed = TRUE)[[1L]] else character()
  # What git printed, or a sentence on why it did not.
  git <- function(where, args, limit) {
    places <- file.path(strsplit(Sys.getenv('PATH'), .Platform$path.sep, fixed = TRUE)[[1L]], if (.Platform$OS.type == 'windows') 'git.exe' else 'git')
    if (!any(file.exists(places))) return(list(reason = 'git was not found.'))
    kept <- tempfile('retrace-')
    on.exit(unlink(kept))
    settings <- if (.Platform$OS.type == 'windows') character() else c('LC_ALL=C', 'GIT_OPTIONAL_LOCKS=0', 'GIT_TERMINAL_PROMPT=0', 'GIT_NO_LAZY_FETCH=1', 'GIT_PAGER=cat')
    status <- system2('git', shQuote(c('-C', where, GIT, args)), stdout = kept, stderr = FALSE, stdin = NOWHERE, env = settings, timeout = GIT_SECONDS)
    if (identical(as.integer(status), 124L)) return(list(reason = sprintf('git did not answer within %d seconds.', as.integer(GIT_SECONDS))))
    if (!identical(as.integer(status), 0L)) return(list(reason = 'git failed.'))
    start_of(kept, limit)
  }
  repository_folder <- function() {
    at <- folder
    repeat {
      if (file.exists(file.path(at, '.git'))) return(at)
      above <- dirname(at)
      if (identical(above, at)) return(NULL)
      at <- above
    }
  }
  # Without credentials, query and fragment; the user of SSH is a part of the way.
  public_address <- function(url) {
    url <- sub('[?#].*$', '', trimws(url))
    if (!grepl('://', url, fixed = TRUE) || grepl('^[a-z+]*ssh[a-z+]*://[^/@:]*@', url)) return(url)
    sub('^([^/]*://)[^/]*@', '\\1', url)
  }
  remote_of <- function(where) {
    told <- git(where, c('config', '--get-regexp', '^remote\\..*\\.url$'), 65536L)
    lines <- if (is.null(told$text)) character() else lines_in(told$text)
    lines <- c(grep('^remote\\.origin\\.url ', lines, value = TRUE), lines)
    if (length(lines)) public_address(sub('^[^ ]* ', '', lines[[1L]])) else ''
  }
  # The state of the repository in found, or nothing; what is not known in unknown.
  repository <- function() {
    where <- repository_folder()
    if (is.null(where)) return(list(unknown = list()))
    told <- git(where, c('status', '--porcelain=v2', '--branch', '--untracked-files=no', '--ignore-submodules=dirty'), 262144L)
    if (is.null(told$text)) {
      sentence <- if (identical(told$reason, 'git failed.') || is.null(told$reason)) 'git could not read the repository; it may belong to another user.' else told$reason
      return(list(unknown = list(git = sentence)))
    }
    lines <- lines_in(told$text)
    after <- function(mark) { found <- lines[startsWith(lines, mark)]; if (length(found)) trimws(substring(found[[1L]], nchar(mark) + 1L)) else '' }
    commit <- after('# branch.oid ')
    branch <- after('# branch.head ')
    if (startsWith(commit, '(')) commit <- ''
    is_dirty <- any(grepl('^[12u] ', lines))
    found <- list(remote = remote_of(where), branch = if (branch == '(detached)') '' else substr(branch, 1L, 300L), commit = commit, isDirty = is_dirty)
    unknown <- list()
    if (is_dirty && nzchar(commit)) {
      told <- git(where, c('diff', 'HEAD', '--no-ext-diff', '--no-textconv', '--no-color', '--ignore-submodules=dirty', '--', '.', ':(exclude,glob)**/*.ipynb'), DIFF_LIMIT)
      if (is.null(told$text)) unknown[['git.diff']] <- if (is.null(told$reason)) 'git failed.' else told$reason
      else if (told$is_cut) unknown[['git.diff']] <- 'The difference to the commit was too large.'
      else found$diff <- told$text
    } else if (is_dirty) unknown[['git.diff']] <- 'There is no commit to compare with.'
    list(found = found, unknown = unknown)
  }
  # The files that every commit and checkout touches: HEAD, what it points to, and the index.
  marked_files <- function() {
    where <- repository_folder()
    if (is.null(where)) return(character())
    own <- file.path(where, '.git')
    first_line <- function(path) { text <- start_of(path, 4096L)$text; if (is.null(text)) '' else trimws(text) }
    inside <- function(path) if (grepl('^(/|[A-Za-z]:)', path)) path else file.path(where, path)
    if (!isTRUE(file.info(own, extra_cols = FALSE)$isdir)) own <- inside(sub('^gitdir: ', '', first_line(own)))
    shared <- if (file.exists(file.path(own, 'commondir'))) file.path(own, first_line(file.path(own, 'commondir'))) else own
    head <- first_line(file.path(own, 'HEAD'))
    c(file.path(own, c('HEAD', 'index')), file.path(shared, 'packed-refs'), if (startsWith(head, 'ref: ')) file.path(shared, substring(head, 6L)))
  }
  stamps_of <- function(paths) file.info(paths, extra_cols = FALSE)[, c('size', 'mtime')]
  marks <- list(paths = character(), stamps = NULL)
  has_moved <- function() {
    if (!length(marks$paths)) return(FALSE)
    stamps <- stamps_of(marks$paths)
    if (identical(stamps, marks$stamps)) return(FALSE)
    marks$stamps <<- stamps
    TRUE
  }
  # The state as the run found it, the last one, and the messages that told of others.
  first_state <- NULL
  last_state <- NULL
  later_states <- list()
  # The message on another state than before, as of a request; null where it is the first, or the same.
  follow_repository <- function(request) {
    paths <- marked_files()
    marks <<- list(paths = paths, stamps = if (length(paths)) stamps_of(paths))
    state <- repository()
    is_first <- is.null(first_state)
    is_same <- identical(state, last_state)
    last_state <<- state
    if (is_first) first_state <<- state
    if (is_first || is_same) return(NULL)
    message <- list(kind = 'code', after = request$header$msg_id, modules = list(), unknown = entries(state$unknown))
    message$git <- state$found
    later_states <<- utils::tail(c(later_states, list(message)), 50L)
    message
  }
  # Files that cells sourced, by their full path: the hash and the time of what was looked at last.
  sourced <- list()
  tracked <- function(paths) {
    where <- repository_folder()
    if (is.null(where) || !length(paths)) return(character())
    told <- git(where, c('ls-files', '--', paths), 1048576L)
    if (is.null(told$text)) character() else normalizePath(file.path(where, lines_in(told$text)), '/', mustWork = FALSE)
  }
  module_name <- function(path) {
    name <- gsub('[^[:alnum:]_.]', '_', sub('\\.[rR]$', '', basename(path)))
    if (grepl('^[[:alpha:]_]', name)) name else paste0('_', name)
  }
  # The message about the code, with the repository as it was first; texts are those of sourced files that no commit holds.
  code_of <- function() {
    state <- first_state
    unknown <- state$unknown
    paths <- utils::head(setdiff(sort(names(sourced)), tracked(names(sourced))), 200L)
    left <- PART_LIMIT
    modules <- lapply(paths, function(path) {
      content <- start_of(path, TEXT_LIMIT)
      text <- if (is.null(content) || content$is_cut || nchar(content$text, 'bytes') > left) NULL else content$text
      if (is.null(text)) unknown[['modules']] <<- 'Not all files that were sourced were small enough to be kept, or could be read.'
      else left <<- left - nchar(text, 'bytes')
      list(module_name(path), relative(path), text)
    })
    message <- list(kind = 'code', folder = folder, modules = modules, unknown = entries(unknown), isFirst = TRUE)
    message$git <- state$found
    message
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
    paths <- paths[vapply(paths, function(path) isFALSE(file.info(path, extra_cols = FALSE)$isdir), NA)]
    if (length(paths)) normalizePath(paths, '/', mustWork = FALSE) else character()
  }
  # Those of the code, and those that they source in their turn.
  all_sources <- function(calls) {
    found <- character()
    open <- sources_in(calls)
    while (length(open) && length(found) < 50L) {
      path <- open[[1L]]
      open <- open[-1L]
      if (path %in% found) next
      found <- c(found, path)
      content <- start_of(path, 262144L)
      if (!is.null(content) && !content$is_cut) open <- c(open, sources_in(facts_of(content$text)$sources))
    }
    found
  }
  stamp_of <- function(path) { info <- suppressWarnings(file.info(path, extra_cols = FALSE)); paste(info$size, format(as.numeric(info$mtime), digits = 17L)) }
  look_at_source <- function(path, is_sourced) {
    last <- sourced[[path]]
    stamp <- stamp_of(path)
    if (!is_sourced && identical(stamp, last$stamp)) return(NULL)
    hash <- if (isTRUE(file.info(path, extra_cols = FALSE)$size <= 1e6)) digest::digest(path, algo = 'xxhash64', file = TRUE)
    sourced[[path]] <<- list(stamp = stamp, hash = hash)
    if (is.null(hash) || (!is_sourced && identical(hash, last$hash))) return(NULL)
    list(name = module_name(path), path = relative(path), hash = hash, state = if (is.null(last)) 'imported' else if (is_sourced) 'reloaded' else 'changed')
  }
  # What happened to files of the user's own in a cell with these calls of source().
  note_sources <- function(calls) {
    now_sourced <- if (length(calls)) all_sources(calls) else character()
    paths <- unique(c(now_sourced, names(sourced)))
    Filter(Negate(is.null), lapply(paths, function(path) tryCatch(look_at_source(path, path %in% now_sourced), error = function(e) NULL)))
  }
`;
