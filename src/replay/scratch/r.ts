// The copy of the notebook's folder that a replay runs in, made by the replay's own kernel: R.
import { rString } from '../../languages';
import type { ScratchOptions } from './scratch-options';

/**
 * Runs in an environment of its own. All files are copied: R tells nobody when it opens one for writing, so a link would
 * not keep a file as it is. Where that would be too much, it stops and says so. A folder that is reached twice is copied
 * once and linked within the copy. Repositories and installed packages are left out, pipes and the like, and links to
 * folders above.
 */
export function rScratch(options: ScratchOptions): string {
  const { files, folder, parent, prefix, totalBytes } = options;
  return `local({
  source <- normalizePath(if (nzchar(${rString(folder)})) ${rString(folder)} else getwd())
  place <- ${rString(parent)}
  if (!nzchar(place)) place <- dirname(tempdir())
  prefix <- ${rString(prefix)}
  left_out <- c(".git", ".hg", ".svn", ".Rproj.user", ".ipynb_checkpoints", "__pycache__", "node_modules", ".venv", "venv", "renv", "packrat")
  old <- file.path(place, list.files(place, paste0("^", prefix)))
  age <- as.numeric(difftime(Sys.time(), file.mtime(old), units = "days"))
  unlink(old[!is.na(age) & age > 4], recursive = TRUE)
  top <- tempfile(prefix, tmpdir = place)
  if (!dir.create(top, mode = "0700")) stop("there is no room for temporary files")
  top <- normalizePath(top)
  is_kept <- FALSE
  on.exit(if (!is_kept) unlink(top, recursive = TRUE))
  left <- c(bytes = ${totalBytes}, files = ${files})
  # A pipe has no size and would be waited for; only a shell tells it from an empty file.
  are_files <- function(paths) {
    if (!length(paths) || .Platform$OS.type == "windows") return(rep(TRUE, length(paths)))
    ask <- 'while IFS= read -r path; do if [ -f "$path" ]; then echo 1; else echo 0; fi; done'
    told <- system2("sh", c("-c", shQuote(ask)), input = paths, stdout = TRUE)
    if (length(told) == length(paths)) told == "1" else rep(FALSE, length(paths))
  }
  is_above <- function(path) startsWith(source, paste0(sub("/$", "", path), "/"))
  # The place of each folder that was copied, by its own path.
  places <- list()
  copy_folder <- function(one, other, depth) {
    if (depth > 50) stop("its folders are too deep to be copied")
    if (!dir.create(other)) stop("it could not be copied")
    names <- setdiff(list.files(one, all.files = TRUE, no.. = TRUE), left_out)
    names <- names[!startsWith(names, prefix)]
    paths <- file.path(one, names)
    about <- file.info(paths, extra_cols = FALSE)
    is_folder <- about$isdir %in% TRUE
    is_file <- about$isdir %in% FALSE & file.access(paths, 4) == 0
    empty <- which(is_file & about$size == 0)
    is_file[empty] <- are_files(paths[empty])
    left <<- left - c(sum(about$size[is_file]), sum(is_file))
    if (any(left < 0)) stop("it is too large to be copied, and R cannot be kept from writing into files that are linked")
    if (!all(file.copy(paths[is_file], other, copy.date = TRUE))) stop("not all of its files could be copied; the disk may be full")
    for (at in which(is_folder)) {
      path <- normalizePath(paths[at])
      copy <- file.path(other, names[at])
      if (path == top || is_above(path)) next
      if (is.null(places[[path]])) {
        places[[path]] <<- copy
        copy_folder(path, copy, depth + 1)
      } else if (!file.symlink(places[[path]], copy)) stop("its links could not be copied")
    }
  }
  scratch <- file.path(top, basename(source))
  places[[source]] <- scratch
  copy_folder(source, scratch, 0)
  is_kept <- TRUE
  reg.finalizer(globalenv(), function(...) {
    setwd(dirname(top))
    unlink(top, recursive = TRUE)
  }, onexit = TRUE)
  setwd(scratch)
  invisible(NULL)
})`;
}
