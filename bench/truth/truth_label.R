# Says, inside an R kernel, what each cell left in the global environment. For labels alone: no forecast ever sees it.
#
# A value's fingerprint is built from its structure: lists by their parts, functions by their code and what they close over,
# environments by their content, everything else by its elements and attributes. Two values with one fingerprint look the same.

BUDGET <- 200000L
answer_file <- NULL
folder <- ''
before <- list()
# Names whose values have not been made yet: to look would be to make them.
delayed <- character()

begin <- function(file, at) {
  answer_file <<- file
  folder <<- at
}

hashed <- function(...) digest::digest(paste(c(...), collapse = '\n'), algo = 'xxhash64', serialize = FALSE)

# A fingerprint that is the same in every process; NULL where the value is too large.
alone <- function(x) {
  left <- BUDGET
  met <- list()
  of_environment <- function(e) {
    if (identical(e, globalenv()) || identical(e, baseenv()) || identical(e, emptyenv())) return('known')
    if (isNamespace(e) || !is.null(attr(e, 'name'))) return(paste('known', environmentName(e)))
    for (at in seq_along(met)) if (identical(met[[at]], e)) return(paste('met', at))
    met[[length(met) + 1L]] <<- e
    names <- sort(ls(e, all.names = TRUE))
    if ('.refClassDef' %in% names) {
      fields <- names(attr(get('.refClassDef', envir = e, inherits = FALSE), 'fieldClasses'))
      names <- intersect(names, c(fields, paste0('.->', fields)))
    }
    parts <- vapply(setdiff(names, '...'), function(name) {
      if (bindingIsActive(as.name(name), e)) return(paste(name, 'active'))
      value <- eval(call('substitute', as.name(name), e))
      paste(name, if (is.language(value)) paste(deparse(value), collapse = ' ') else of(value))
    }, '')
    hashed('environment', parts, of_environment(parent.env(e)))
  }
  attributes_of <- function(x) {
    found <- attributes(x)
    found$srcref <- found$.Environment <- NULL
    if (length(found) == 0L) return('')
    paste(names(found), vapply(found, of, ''), collapse = ' ')
  }
  of <- function(x) {
    left <<- left - 1L - length(x) %/% 64L
    if (left < 0L) stop('too large')
    switch(typeof(x),
      closure = hashed('closure', deparse(formals(x)), deparse(body(x)), of_environment(environment(x)), class(x)),
      builtin = , special = hashed('primitive', deparse(x)),
      environment = hashed('e', class(x), of_environment(if (isS4(x) && !is.null(attr(x, '.xData'))) attr(x, '.xData') else x)),
      S4 = hashed('S4', attributes_of(x)),
      externalptr = , weakref = typeof(x),
      'NULL' = 'NULL',
      symbol = , language = hashed(typeof(x), deparse(x)),
      expression = hashed('expression', deparse(x)),
      list = , pairlist = hashed('list', length(x), vapply(as.list(unclass(x)), of, ''), attributes_of(x)),
      character = hashed('character', is.na(x), gsub(folder, '~', enc2utf8(as.vector(x)), fixed = TRUE), attributes_of(x)),
      {
        plain <- as.vector(unclass(x))
        names(plain) <- NULL
        bytes <- digest::digest(serialize(plain, NULL, version = 2), algo = 'xxhash64', serialize = FALSE)
        hashed(typeof(x), bytes, attributes_of(x))
      }
    )
  }
  tryCatch(of(x), error = function(e) if (left < 0L) NULL else 'unread')
}

# Names that the cell's own code binds or whose parts it sets; not what functions would do.
stored_names <- function(code) {
  found <- character()
  walk <- function(x) {
    if (missing(x) || !is.call(x)) return(invisible())
    head <- if (is.symbol(x[[1L]])) as.character(x[[1L]]) else ''
    if (head == 'function') return(invisible())
    if (head %in% c('<-', '=', '<<-') && length(x) == 3L) {
      target <- x[[2L]]
      while (is.call(target) && length(target) > 1L) target <- target[[2L]]
      if (is.symbol(target) || is.character(target)) found <<- c(found, as.character(target))
    }
    if (head == 'for') found <<- c(found, as.character(x[[2L]]))
    if (head %in% c('assign', 'delayedAssign') && length(x) > 1L && is.character(x[[2L]])) {
      found <<- c(found, x[[2L]])
      if (head == 'delayedAssign') delayed <<- union(delayed, x[[2L]])
    }
    for (part in as.list(x)) walk(part)
  }
  parsed <- tryCatch(parse(text = code, keep.source = FALSE), error = function(e) NULL)
  for (statement in as.list(parsed)) walk(statement)
  found
}

# Writes what the global environment holds after a cell, as JSON: {"wrote": names, "values": name to fingerprint}.
take <- function(code) {
  stored <- stored_names(code)
  # Where numbers are drawn from, and R's own tables of classes and methods, are no values of a cell's.
  names <- Filter(function(name) name != '.Random.seed' && !startsWith(name, '.__'), ls(globalenv(), all.names = TRUE))
  values <- lapply(stats::setNames(nm = names), function(name) {
    if (name %in% delayed) return('delayed')
    if (bindingIsActive(as.name(name), globalenv())) return('active')
    alone(get(name, envir = globalenv(), inherits = FALSE))
  })
  changed <- Filter(function(name) !name %in% names(before) || !identical(before[[name]], values[[name]]), names)
  wrote <- unique(c(changed, setdiff(names(before), names), intersect(stored, names)))
  before <<- values
  empty <- structure(list(), names = character())
  text <- jsonlite::toJSON(
    list(wrote = as.list(sort(wrote)), values = if (length(values)) values else empty), auto_unbox = TRUE, null = 'null'
  )
  writeLines(text, answer_file)
}
