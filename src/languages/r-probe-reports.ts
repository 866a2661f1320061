// The part of the R probe that listens to IRkernel and sends what it has to say.

/**
 * IRkernel has no hooks for cells. What its executor sends begins with `execute_input` and ends with `execute_reply`,
 * through a function in a field of it: that one is wrapped.
 */
export const rReportsSource = String.raw`
  folder <- normalizePath(getwd(), '/', mustWork = FALSE)
  ring <- list()
  pending <- NULL
  seen <- loadedNamespaces()
  in_order <- function(x) if (length(x) > 1L) sort(x) else x
  those_known <- function(x) if (length(x)) x[!vapply(x, is.null, NA)] else x
  those <- function(x, is_one) if (length(x)) x[vapply(x, is_one, NA)] else x
  NO_ENTRIES <- structure(list(), names = character())
  entries <- function(x) if (length(x)) as.list(x) else NO_ENTRIES
  # Tables of classes and methods are R's own.
  user_names <- function() {
    names <- ls(globalenv(), all.names = TRUE, sorted = FALSE)
    names[names != '.Random.seed' & !startsWith(names, '.__')]
  }
  processor <- function() sum(proc.time()[1:2])
  # What the last report knew, which holds until something runs. Where somebody waited longer than a cell of a queue does, in seconds, a
  # message to the user's code may have.
  last <- NULL
  QUEUED <- 0.1
  before <- function(request) {
    started <- processor()
    former <- last
    # Also where something below fails.
    last <<- NULL
    code <- request$content$code
    facts <- facts_of(if (nchar(code, 'bytes') > 200000L) '' else code)
    present <- user_names()
    used <- unique(c(facts$names, facts$assigned))
    here <- used[used %in% present]
    paths <- if (length(facts$strings)) Filter(function(text) nchar(text, 'bytes') < 1000L && nzchar(text) && validEnc(text) && !grepl('\n', text, fixed = TRUE), facts$strings) else character()
    if (nchar(code, 'bytes') <= 200000L && is_still(facts, here) && shows_as_usual(present)) {
      # What the cell assigns as a whole is compared with nothing.
      known <- look(facts$names[facts$names %in% here & !facts$names %in% facts$assigned], limit(BUDGET * 0.45))
      pending <<- list(
        facts = facts, names = present, here = here, prints = known$prints, left = known$left, is_still = TRUE, former = former, paths = paths,
        files = file_state(paths), clock = proc.time(), spent = processor() - started
      )
      return(invisible())
    }
    held <- if (!is.null(former) && now() - former$at <= QUEUED) former
    shared <- if (identical(held$names, present)) held$shared else holders(present)
    wanted <- unique(c(facts$names[facts$names %in% here], shared))
    kept <- held$prints[intersect(wanted, names(held$prints))]
    known <- look(setdiff(wanted, names(kept)), limit(BUDGET * 0.45))
    pending <<- list(
      facts = facts, names = present, here = here, prints = c(kept, known$prints), stream = stream_of(), paths = paths, left = known$left, is_still = FALSE,
      files = file_state(paths), clock = proc.time(), spent = processor() - started
    )
  }
  # The same with what such a cell has changed; from when it is stays.
  after_still <- function(former, present, names, prints) {
    if (is.null(former)) return(NULL)
    former$names <- present
    former$prints <- c(former$prints[!names(former$prints) %in% names], prints)
    former
  }
  report <- function(request, status) {
    state <- pending
    pending <<- NULL
    took <- proc.time() - state$clock
    until <- limit(max(BUDGET * 0.3, BUDGET - state$spent))
    present <- user_names()
    # Most cells bind no new name, and then nothing is looked up among all of them.
    is_same <- identical(present, state$names)
    bound <- if (is_same) character() else setdiff(present, state$names)
    unread <<- setdiff(unread, state$facts$assigned)
    if (any(c('delayedAssign', 'makeActiveBinding', 'load', 'attach', 'source', 'eval', 'evalq', 'sys.source') %in% state$facts$names)) {
      unread <<- unique(c(unread, setdiff(bound, state$facts$assigned)))
    }
    mentioned <- if (is_same) state$here else intersect(unique(c(state$facts$names, state$facts$assigned)), present)
    shared <- if (state$is_still) character() else holders(present)
    known <- look(unique(c(mentioned, bound, shared)), until)
    last <<- if (state$is_still) after_still(state$former, present, c(mentioned, bound), known$prints) else list(names = present, shared = shared, prints = known$prints, at = now())
    kept <- if (length(shared)) unique(c(mentioned, shared)) else mentioned
    if (length(bound)) kept <- kept[!kept %in% bound]
    now_known <- known$prints
    is_assigned <- kept %in% state$facts$assigned
    assigned <- kept[is_assigned]
    compared <- kept[!is_assigned]
    compared <- compared[compared %in% names(state$prints) & compared %in% names(now_known)]
    differs <- if (length(compared)) state$prints[compared] != now_known[compared] else logical()
    omitted <- character()
    left <- max(known$left, state$left)
    if (left > 0L) omitted <- sprintf('The time for one cell was used up. Values that were not read: %d.', left)
    sources <- if (state$is_still && !length(sourced)) list(uses = list(), is_whole = TRUE) else note_sources(state$facts$sources)
    if (!sources$is_whole) omitted <- c(omitted, 'Not all files that the cell sourced were looked into for what they source: that would take too long.')
    fresh <- if (state$is_still) character() else setdiff(loadedNamespaces(), seen)
    seen <<- c(seen, fresh)
    fresh <- fresh[!fresh %in% BASE]
    versions <- vapply(stats::setNames(nm = fresh), function(name) as.character(getNamespaceVersion(name)), '')
    after <- file_state(state$paths)
    values <- if (length(now_known)) mget(names(now_known), envir = globalenv()) else list()
    scalars <- those_known(lapply(those(values[names(values) %in% c(bound, assigned)], is_scalar), scalar_of))
    profiles <- those_known(lapply(those(values, function(x) !is.null(attributes(x))), profile_of))
    types <- vapply(values, function(x) class(x)[1L], '')
    stream <- if (!state$is_still) stream_of()
    cell <- request$metadata$cellId
    text <- text_of_report(
      texts = list(
        bound = in_order(bound), rebound = in_order(assigned), deleted = in_order(if (is_same) character() else setdiff(state$names, present)),
        changed = in_order(compared[differs]), unchanged = in_order(compared[!differs]), omitted = omitted
      ),
      tables = list(imported = versions, modules = stats::setNames(nm = names(versions)), values = now_known, types = types),
      others = list(
        streams = if (identical(stream, state$stream)) NO_ENTRIES else list(random = list(before = state$stream, after = stream)),
        files = if (length(after)) lapply(names(after), function(path) file_use(path, state$files[[path]], after[[path]], until + BUDGET)) else list(),
        scalars = entries(scalars), profiles = entries(profiles), seedings = state$facts$seeds, localModules = sources$uses
      ),
      msg = request$header$msg_id, cell = if (is.character(cell)) cell, is_ok = identical(status, 'ok'),
      numbers = c(self$execution_count, took[['elapsed']] * 1000, (took[[1L]] + took[[2L]]) * 1000)
    )
    list(text = text, uses = sources$uses)
  }
  installed <- function() {
    found <- list()
    for (library in .libPaths()) {
      for (name in list.files(library)) {
        path <- file.path(library, name, 'Meta', 'package.rds')
        if (is.null(found[[name]]) && file.exists(path)) {
          version <- tryCatch(readRDS(path)$DESCRIPTION[['Version']], error = function(e) NULL)
          if (!is.null(version)) found[[name]] <- list(name, version)
        }
      }
    }
    unname(found[order(tolower(names(found)))])
  }
  hello <- list(
    kind = 'hello', languageName = 'R', language = paste(R.version$major, R.version$minor, sep = '.'), implementation = 'GNU R',
    platform = paste(Sys.info()[c('sysname', 'release', 'machine')], collapse = ' '), packages = installed(),
    modules = entries(lapply(stats::setNames(nm = setdiff(seen, BASE)), identity)), skipped = 0L
  )
  told <- NULL
  greet <- function(request) {
    send(request, hello)
    if (is.null(told)) told <<- quietly(details())
    if (!is.null(told)) send(request, told)
    if (is.null(beside)) code_is_due() else send(request, beside)
    for (state in later_states) send(request, state)
    for (start in seq(1L, by = 50L, length.out = ceiling(length(ring) / 50))) {
      send(request, list(kind = 'ring', reports = ring[start:min(start + 49L, length(ring))]))
    }
  }
  # Whatever happens in here, the cell goes on as without it.
  quietly <- function(work) tryCatch(suppressWarnings(suppressMessages(work)), error = function(e) NULL)
  listener <- function(msg_type, parent_msg, socket_name, content) {
    is_cell <- !isTRUE(parent_msg$content$silent)
    if (!is_cell && identical(msg_type, 'execute_input')) last <<- NULL
    if (is_cell) {
      if (identical(msg_type, 'execute_input')) quietly(before(parent_msg))
      if (identical(msg_type, 'execute_reply') && !is.null(pending)) quietly({
        done <- report(parent_msg, content$status)
        ring <<- c(if (length(ring) < 200L) ring else ring[-1L], list(done$text))
        send(parent_msg, done$text)
        if (length(done$uses) && any(vapply(done$uses, function(module) module$state != 'changed', NA))) code_is_due()
      })
    }
    tell <- function() if (identical(msg_type, 'execute_reply') && (is_cell || is.null(first_state))) tryCatch(quietly({
      if (has_moved()) git_is_due <<- TRUE
      tell_code(parent_msg)
    }), interrupt = function(e) NULL)
    is_ok <- identical(content$status, 'ok')
    # Behind a failure IRkernel refuses what it was sent since: that must not take longer.
    if (!is_ok) tell()
    answer <- original(msg_type, parent_msg, socket_name, content)
    if (is_ok) tell()
    answer
  }
  # R compiles what runs for the second time: that is done before the first cell counts.
  for (turn in 1:3) quietly({
    for (code in c("a[1] <- f('b', set.seed)", '1 + 1')) {
      before(list(content = list(code = code)))
      report(list(header = list(msg_id = '')), 'ok')
    }
    print_of(list(1, 'a', report))
    source_calls("if (f) source('b')")
  })
  pending <- NULL
  attr(listener, 'greet') <- greet
  self$send_response <- listener
  quietly(greet(self$current_request))
`;
