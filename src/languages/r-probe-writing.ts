// The part of the R probe that sends messages of its comm.

/**
 * Defines `send(parent, data)` and `json_of(x)`. IRkernel writes messages by a generic for each part of them, which takes several times what all else takes that
 * is told of a small cell. Where a trial shows that the kernel is IRkernel's as it is known, a message is written here and goes where that would put it.
 */
export const rWritingSource = String.raw`
  process_id <- paste0(Sys.getpid(), '-', round(as.numeric(Sys.time()) * 1000))
  # Whether there is nothing in lists but letters that stand for themselves: by their bytes, since to make ready a pattern takes longer than to use it.
  IS_ODD <- !(0:255 %in% setdiff(32:126, c(34L, 92L)))
  are_simple <- function(texts) !anyNA(texts) && !any(IS_ODD[as.integer(charToRaw(paste(texts, collapse = ''))) + 1L])
  is_simple <- function(x) {
    texts <- unlist(x)
    are_simple(c(texts, names(texts)))
  }
  in_quotes <- function(x) paste0('"', x, '"')
  quoted <- function(x) {
    if (is_simple(x)) return(in_quotes(x))
    x <- enc2utf8(x)
    if (anyNA(x) || !all(validUTF8(x))) stop('no text')
    vapply(x, function(one) as.character(jsonlite::toJSON(one, auto_unbox = TRUE)), '', USE.NAMES = FALSE)
  }
  # As few digits as tell it from all others.
  digits_of <- function(x) {
    text <- sprintf('%.15g', x)
    if (as.numeric(text) == x) text else sprintf('%.17g', x)
  }
  # What jsonlite gives for lists of single values, but with all digits of numbers; fails for all else.
  json_of <- function(x, as_text = quoted) {
    if (!is.list(x)) {
      if (inherits(x, 'written')) return(unclass(x))
      if (length(x) != 1L || is.object(x)) stop('no single value')
      if (is.character(x)) return(as_text(x))
      if (is.logical(x) && !is.na(x)) return(if (x) 'true' else 'false')
      if (is.numeric(x) && is.finite(x)) return(digits_of(x))
      stop('no value of JSON')
    }
    names <- names(x)
    if (!length(x)) return(if (is.null(names)) '[]' else '{}')
    if (is.character(x[[1L]]) && !is.object(x[[1L]]) && all(lengths(x) == 1L) && all(vapply(x, is.character, NA))) parts <- as_text(unlist(x, use.names = FALSE))
    else {
      parts <- character(length(x))
      # Most parts of a message are empty.
      for (at in seq_along(x)) {
        part <- x[[at]]
        parts[[at]] <- if (is.list(part) && !length(part)) (if (is.null(names(part))) '[]' else '{}') else json_of(part, as_text)
      }
    }
    if (is.null(names)) return(paste0('[', paste(parts, collapse = ','), ']'))
    paste0('{', paste0(as_text(names), ':', parts, collapse = ','), '}')
  }
  list_in <- function(x, as_text) if (length(x)) paste0('[', paste(as_text(x), collapse = ','), ']') else '[]'
  table_in <- function(x, as_text) if (length(x)) paste0('{', paste0(as_text(names(x)), ':', as_text(x), collapse = ','), '}') else '{}'
  # A report as it is sent, part by part: most of them are empty. Texts and tables are vectors, others are as JSON has them.
  text_of_report <- function(texts, tables, others, msg, cell, numbers, is_ok) {
    others <- others[lengths(others) > 0L]
    named <- c(names(tables$imported), names(tables$values))
    has_none <- are_simple(c(msg, cell, named, unlist(texts, use.names = FALSE), unlist(tables, use.names = FALSE))) && (!length(others) || is_simple(others))
    as_text <- if (has_none) in_quotes else quoted
    other <- function(name, empty) if (length(others) && !is.null(others[[name]])) json_of(others[[name]], as_text) else empty
    whole <- sprintf('%.0f', numbers)
    text <- paste0(
      '{"v":1,"process":"', process_id, '","kind":"report","msg":', as_text(msg), ',"n":', whole[[1L]], if (is_ok) ',"ok":true' else ',"ok":false',
      ',"bound":', list_in(texts$bound, as_text), ',"rebound":', list_in(texts$rebound, as_text), ',"deleted":', list_in(texts$deleted, as_text),
      ',"imported":', table_in(tables$imported, as_text), ',"modules":', table_in(tables$modules, as_text),
      ',"values":', table_in(tables$values, as_text), ',"changed":', list_in(texts$changed, as_text), ',"unchanged":', list_in(texts$unchanged, as_text),
      ',"types":', table_in(tables$types, as_text), ',"sampled":[],"shared":[],"streams":', other('streams', '{}'), ',"files":', other('files', '[]'),
      ',"cost":{"wallMs":', whole[[2L]], ',"cpuMs":', whole[[3L]], '},"scalars":', other('scalars', '{}'), ',"profiles":', other('profiles', '{}'),
      ',"seedings":', other('seedings', '[]'), ',"localModules":', other('localModules', '[]'), ',"omitted":', list_in(texts$omitted, as_text),
      ',"at":', digits_of(as.numeric(Sys.time())), if (!is.null(cell)) paste0(',"cell":', as_text(cell)), '}'
    )
    structure(text, class = 'written')
  }
  sha256 <- function(bytes, raw) digest::digest(bytes, algo = 'sha256', serialize = FALSE, raw = raw)
  # What signs texts as IRkernel does, without working out the halves of the key each time.
  signer <- function(key) {
    key <- charToRaw(key)
    if (length(key) > 64L) key <- sha256(key, TRUE)
    key <- c(key, raw(64L - length(key)))
    inner <- xor(key, as.raw(0x36))
    outer <- xor(key, as.raw(0x5c))
    function(parts) sha256(c(outer, sha256(c(inner, unlist(parts)), TRUE)), FALSE)
  }
  kernel <- tryCatch(get('.self', envir = environment(original), inherits = FALSE), error = function(e) NULL)
  sign <- tryCatch(signer(kernel$connection_info$key), error = function(e) NULL)
  IDENTITIES_END <- charToRaw('<IDS|MSG>')
  is_known_kernel <- isTRUE(tryCatch({
    trial <- list(a = list(), b = list(1L, 'a"\u00e4', TRUE, 0.5), c = list(d = 'e', f = 'g'))
    reply <- kernel$new_reply('comm_msg', self$current_request)
    parts <- list(charToRaw('ab'), charToRaw('c'))
    identical(jsonlite::fromJSON(json_of(trial)), jsonlite::fromJSON(jsonlite::toJSON(trial, auto_unbox = TRUE))) && identical(sign(parts), kernel$sign_msg(parts)) &&
      identical(names(reply), c('header', 'parent_header', 'identities', 'metadata')) && !length(reply$metadata) && is.function(pbdZMQ::zmq.send.multipart) && inherits(kernel, 'Kernel')
  }, error = function(e) FALSE))
  # The parts of a message as they go over the wire.
  wire_of <- function(parent, data) {
    reply <- kernel$new_reply('comm_msg', parent)
    # Looked through once, and not text by text.
    as_text <- if (is_simple(c(if (is.list(data)) data, reply$header, reply$parent_header))) in_quotes else quoted
    content <- paste0('{"comm_id":"', COMM_ID, '","data":', json_of(data, as_text), '}')
    parts <- lapply(c(json_of(reply$header, as_text), json_of(reply$parent_header, as_text), '{}', content), charToRaw)
    c(reply$identities, list(IDENTITIES_END, charToRaw(sign(parts))), parts)
  }
  # What was written is read again for a kernel that writes messages itself.
  as_data <- function(x) {
    if (inherits(x, 'written')) return(jsonlite::fromJSON(unclass(x), simplifyVector = FALSE))
    if (is.list(x)) x[] <- lapply(x, as_data)
    x
  }
  send <- function(parent, data) {
    if (is.list(data)) data[c('v', 'process')] <- list(1L, process_id)
    wire <- if (is_known_kernel) tryCatch(wire_of(parent, data), error = function(e) NULL)
    if (is.null(wire)) original('comm_msg', parent, 'iopub', list(comm_id = COMM_ID, data = as_data(data)))
    else pbdZMQ::zmq.send.multipart(kernel$sockets$iopub, wire, serialize = FALSE)
  }
`;
