// The part of the R probe that reads environments: closures, objects of reference classes, and what code made with new.env().

/**
 * Defines `deep_print(x, until)`, the fingerprint of a value with all environments that it leads to, each once; null where these
 * hold too much. Promises are told by their code and not run, nor are active bindings. Needs what reads values.
 */
export const rEnvironmentsSource = String.raw`
  ENVIRONMENT_LIMIT <- 40L
  is_apart <- function(e) is.environment(e) && !identical(e, globalenv()) && !identical(e, baseenv()) && !identical(e, emptyenv()) &&
    !isNamespace(e) && is.null(attr(e, 'name'))
  # Objects of reference classes keep methods beside their fields, as soon as somebody calls these.
  names_within <- function(e) {
    names <- sort(ls(e, all.names = TRUE))
    class <- if ('.refClassDef' %in% names) get('.refClassDef', envir = e, inherits = FALSE)
    if (is.null(class)) return(setdiff(names, '...'))
    fields <- names(attr(class, 'fieldClasses'))
    intersect(names, c(fields, paste0('.->', fields)))
  }
  deep_print <- function(x, until) {
    met <- parts <- list()
    left <- SIZE_LIMIT / 8
    give_up <- function() stop('too much')
    place <- function(e) {
      # What is left of an object of a reference class without its class.
      if (isS4(e)) e <- attr(e, '.xData')
      for (at in seq_along(met)) if (identical(met[[at]], e)) return(at)
      if (length(met) >= ENVIRONMENT_LIMIT) give_up()
      met[[length(met) + 1L]] <<- e
      length(met)
    }
    note <- function(...) parts[[length(parts) + 1L]] <<- paste(..., collapse = '\n')
    walk <- function(x, depth) {
      left <<- left - if (is.environment(x) || is.function(x)) 1 else cells_of(x, 0L)
      if (left < 0 || depth > 20L || is_over(until)) give_up()
      if (is.environment(x)) return(note('e', if (is_apart(x)) place(x), class(x)))
      if (is.primitive(x)) return(note(deparse(x)))
      if (is.function(x)) {
        if (isS4(x)) give_up()
        e <- environment(x)
        return(note(deparse(x), if (is_apart(e)) place(e)))
      }
      if (typeof(x) == 'list') {
        note('l', length(x), names(x), attr(x, 'class'))
        for (part in unclass(x)) walk(part, depth + 1L)
        return(invisible())
      }
      refer <- function(e) if (is.environment(e)) paste('e', if (is_apart(e)) place(e)) else give_up()
      note(digest_of(serialize(x, NULL, version = 2, refhook = refer)))
    }
    walk(x, 0L)
    at <- 0L
    while (at < length(met)) {
      at <- at + 1L
      e <- met[[at]]
      if (is_apart(parent.env(e))) note('p', place(parent.env(e)))
      for (name in names_within(e)) {
        note(name)
        if (bindingIsActive(as.name(name), e)) next
        value <- eval(call('substitute', as.name(name), e))
        if (is.language(value)) note(deparse(value)) else walk(value, 0L)
      }
    }
    digest_of(charToRaw(paste(unlist(parts), collapse = '\n')))
  }
  # Names whose values change when somebody changes them under other names.
  holders <- function(names) {
    names <- utils::head(names[!startsWith(names, '.')], 300L)
    is_shared <- function(x) is.environment(x) || (typeof(x) == 'closure' && is_apart(environment(x)))
    global <- globalenv()
    found <- character()
    for (name in if (length(unread)) setdiff(names, unread) else names) {
      if (bindingIsActive(as.name(name), global)) next
      # What stands for an argument that is missing must not come under a name of this function's: to read that would fail.
      is_one <- switch(typeof(global[[name]]), environment = , closure = , S4 = is_shared(global[[name]]), list = {
        x <- global[[name]]
        # Without the class of the list, which may have methods of its own, and without a copy.
        count <- if (is.object(x)) length(unclass(x)) else length(x)
        part <- FALSE
        if (count <= 50L) for (at in seq_len(count)) if (is_shared(.subset2(x, at))) { part <- TRUE; break }
        part
      }, FALSE)
      if (is_one) found <- c(found, name)
      if (length(found) == 20L) break
    }
    found
  }
`;
