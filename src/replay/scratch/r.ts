// The copy of the notebook's folder that a replay runs in, made by the replay's own kernel: R.
import { rString } from '../../languages';
import type { ScratchOptions } from './scratch-options';

/**
 * Runs in an environment of its own. All files are copied: R tells nobody when it opens one for writing, so a link would
 * not keep a file as it is. Where that would be too much, it stops and says so. Repositories and installed packages are
 * left out.
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
  copy_folder <- function(one, other, depth) {
    if (depth > 50) stop("its folders are too deep to be copied")
    if (!dir.create(other)) stop("it could not be copied")
    names <- setdiff(list.files(one, all.files = TRUE, no.. = TRUE), left_out)
    names <- names[!startsWith(names, prefix)]
    paths <- file.path(one, names)
    about <- file.info(paths, extra_cols = FALSE)
    is_folder <- about$isdir %in% TRUE
    is_file <- about$isdir %in% FALSE & file.access(paths, 4) == 0
    left <<- left - c(sum(about$size[is_file]), sum(is_file))
    if (any(left < 0)) stop("it is too large to be copied, and R cannot be kept from writing into files that are linked")
    file.copy(paths[is_file], other, copy.date = TRUE)
    for (at in which(is_folder)) {
      if (normalizePath(paths[at]) != top) copy_folder(paths[at], file.path(other, names[at]), depth + 1)
    }
  }
  scratch <- file.path(top, basename(source))
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
