// The part of the R probe that asks git for the state of the repository, and sees when it moved.

/**
 * Defines `git()`, `follow_repository(request)`, and `has_moved()`, by which a commit or a checkout in the middle of a run
 * is seen. git is asked to run nothing of the repository's own, to take no locks and to load nothing over the network.
 * Where it takes long it is ended, and left alone for a while. Needs `start_of`.
 */
export const rRepositorySource = String.raw`
  GIT_SECONDS <- 1
  GIT_REST <- 10
  GIT_IS_SLOW <- 'git did not answer within a second.'
  DIFF_LIMIT <- 100000L
  NOWHERE <- if (.Platform$OS.type == 'windows') 'NUL' else '/dev/null'
  GIT <- unlist(lapply(
    c('core.fsmonitor=false', paste0('core.hooksPath=', NOWHERE), 'core.quotePath=false', 'core.untrackedCache=false', 'gc.auto=0', 'maintenance.auto=false', 'submodule.recurse=false'),
    function(setting) c('-c', setting)
  ))
  lines_in <- function(text) if (nzchar(text)) strsplit(text, '\n', fixed = TRUE)[[1L]] else character()
  # What git printed, or a sentence on why it did not. R counts its limit in whole seconds, so the last to begin has half
  # of one behind it at most.
  git_since <- -Inf
  git <- function(where, args, limit) {
    if (now() - git_since > GIT_SECONDS / 2) return(list(reason = GIT_IS_SLOW))
    places <- file.path(strsplit(Sys.getenv('PATH'), .Platform$path.sep, fixed = TRUE)[[1L]], if (.Platform$OS.type == 'windows') 'git.exe' else 'git')
    if (!any(file.exists(places))) return(list(reason = 'git was not found.'))
    kept <- tempfile('retrace-')
    on.exit(unlink(kept))
    settings <- if (.Platform$OS.type == 'windows') character() else c('LC_ALL=C', 'GIT_OPTIONAL_LOCKS=0', 'GIT_TERMINAL_PROMPT=0', 'GIT_NO_LAZY_FETCH=1', 'GIT_PAGER=cat')
    status <- system2('git', shQuote(c('-C', where, GIT, args)), stdout = kept, stderr = FALSE, stdin = NOWHERE, env = settings, timeout = GIT_SECONDS)
    if (identical(as.integer(status), 124L)) return(list(reason = GIT_IS_SLOW))
    if (!identical(as.integer(status), 0L)) return(list(reason = 'git failed.'))
    if (isTRUE(file.size(kept) == 0)) list(text = '', is_cut = FALSE) else start_of(kept, limit)
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
    if (identical(told$reason, GIT_IS_SLOW)) return(NULL)
    lines <- if (is.null(told$text)) character() else lines_in(told$text)
    lines <- c(grep('^remote\\.origin\\.url ', lines, value = TRUE), lines)
    if (length(lines)) public_address(sub('^[^ ]* ', '', lines[[1L]])) else ''
  }
  # The state of the repository in found, or nothing; what is not known in unknown.
  repository <- function() {
    where <- repository_folder()
    if (is.null(where)) return(list(unknown = list()))
    remote <- remote_of(where)
    told <- if (is.null(remote)) list(reason = GIT_IS_SLOW) else git(where, c('status', '--porcelain=v2', '--branch', '--untracked-files=no', '--ignore-submodules=dirty'), 262144L)
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
    found <- list(remote = remote, branch = if (branch == '(detached)') '' else substr(branch, 1L, 300L), commit = commit, isDirty = is_dirty)
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
  is_slow <- function(state) GIT_IS_SLOW %in% unlist(state$unknown)
  # When git may be asked again, and how often in vain, before it counts that it did not answer.
  git_from <- -Inf
  git_retries <- 3L
  git_is_due <- FALSE
  # The message on another state than before, as of a request; null where it is the first that is known, or the same.
  follow_repository <- function(request) {
    paths <- marked_files()
    marks <<- list(paths = paths, stamps = if (length(paths)) stamps_of(paths))
    git_since <<- now()
    git_is_due <<- FALSE
    state <- repository()
    is_first <- is.null(first_state) || is_slow(first_state)
    is_same <- identical(state, last_state)
    git_is_due <<- is_slow(state) && git_retries > 0L
    git_retries <<- if (is_slow(state)) git_retries - 1L else 3L
    if (git_is_due && !is_first) return(NULL)
    last_state <<- state
    if (is_first) first_state <<- state
    if (is_first || is_same) return(NULL)
    message <- list(kind = 'code', after = request$header$msg_id, modules = list(), unknown = entries(state$unknown))
    message$git <- state$found
    later_states <<- utils::tail(c(later_states, list(message)), 50L)
    message
  }
`;
