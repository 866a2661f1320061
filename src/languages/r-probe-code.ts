// The part of the R probe that tells what code stands beside the notebook: the repository, and texts of sourced files.

/**
 * Defines `code_is_due()`, and `tell_code(parent)`, which is for the time between cells, as R has nothing beside them.
 * Needs what tells of the repository and of sourced files.
 */
export const rCodeSource = String.raw`
  TEXT_LIMIT <- 60000L
  PART_LIMIT <- 150000L
  tracked <- function(paths) {
    where <- repository_folder()
    if (is.null(where) || !length(paths)) return(character())
    told <- git(where, c('ls-files', '--', paths), 1048576L)
    if (is.null(told$text)) character() else normalizePath(file.path(where, lines_in(told$text)), '/', mustWork = FALSE)
  }
  # Whether texts are to be told, and which files git said that it keeps.
  is_due <- FALSE
  kept_ones <- character()
  code_is_due <- function() { is_due <<- TRUE; git_is_due <<- TRUE }
  # The message about the code, with the repository as it was first; texts are those of sourced files of which git does not
  # say that it keeps them.
  code_of <- function() {
    state <- first_state
    is_due <<- FALSE
    unknown <- state$unknown
    paths <- utils::head(setdiff(sort(names(sourced)), kept_ones), 200L)
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
  beside <- NULL
  # Between two cells, where there is something to be told; git is asked once it has rested.
  tell_code <- function(parent) {
    later <- NULL
    if (git_is_due && now() >= git_from) {
      began <- now()
      before <- first_state
      later <- follow_repository(parent)
      kept_ones <<- tracked(names(sourced))
      if (now() - began > GIT_SECONDS / 2) git_from <<- now() + GIT_REST
      if (!identical(before, first_state)) is_due <<- TRUE
    }
    if (is_due) {
      beside <<- code_of()
      send(parent, beside)
    }
    if (!is.null(later)) send(parent, later)
  }
`;
