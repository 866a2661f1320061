// The part of the R probe that tells what the computer is and where packages came from.
import { recordedVariables } from '../model';

const names = recordedVariables.map(name => `'${name}'`).join(', ');

/** Defines `details()`. Whatever cannot be told is named with the reason. */
export const rSurroundingsSource = String.raw`
  VARIABLES <- c(${names})
  lines_of <- function(path, pattern) {
    lines <- tryCatch(suppressWarnings(readLines(path, warn = FALSE)), error = function(e) character())
    grep(pattern, lines, value = TRUE)
  }
  line_of <- function(path, pattern) {
    found <- lines_of(path, pattern)
    if (length(found)) gsub('^"|"$', '', trimws(sub('^[^:=]*[:=]', '', found[[1L]]))) else ''
  }
  description_of <- function(name) tryCatch(suppressWarnings(utils::packageDescription(name)), error = function(e) NULL)
  # Installed from a repository of code, by the fields that remotes and pak leave.
  origins_of <- function(names) {
    found <- list()
    for (name in names) {
      text <- description_of(name)
      sha <- text[['RemoteSha']]
      kind <- text[['RemoteType']]
      if (is.character(sha) && grepl('^[0-9a-f]{40}$', sha) && identical(kind, 'github')) {
        url <- paste0('https://github.com/', text[['RemoteUsername']], '/', text[['RemoteRepo']])
        found <- c(found, list(list(name, 'vcs', url, sha)))
      }
    }
    found
  }
  # As R finds it, but no program is started for it: one that fails would write on the user's output.
  time_zone <- function() {
    own <- sub('^:', '', Sys.getenv('TZ'))
    if (nzchar(own)) return(own)
    if (.Platform$OS.type == 'windows') return(Sys.timezone())
    place <- normalizePath('/etc/localtime', mustWork = FALSE)
    if (grepl('/zoneinfo/', place, fixed = TRUE)) return(sub('^.*/zoneinfo/', '', place))
    name <- trimws(line_of('/etc/timezone', '.'))
    if (nzchar(name)) name else format(Sys.time(), 'UTC%z')
  }
  details <- function() {
    unknown <- list()
    cpu <- line_of('/proc/cpuinfo', '^model name')
    memory <- suppressWarnings(as.numeric(sub('[^0-9].*$', '', line_of('/proc/meminfo', '^MemTotal')))) * 1024
    cores <- length(lines_of('/proc/cpuinfo', '^processor'))
    hardware <- list(cpu = cpu, gpus = list())
    if (isTRUE(memory > 0)) hardware$memoryBytes <- memory else unknown[['hardware.memoryBytes']] <- 'The system does not tell its memory here.'
    if (cores > 0L) hardware$cores <- cores else unknown[['hardware.cores']] <- 'The system does not tell its processors here.'
    if (!nzchar(cpu)) unknown[['hardware.cpu']] <- 'The system does not tell its processor here.'
    unknown[['hardware.gpus']] <- 'Nobody looks for graphics processors from R.'
    unknown[['executable']] <- 'R does not tell what kind of installation it is.'
    system <- line_of('/etc/os-release', '^PRETTY_NAME')
    set <- Sys.getenv(VARIABLES, unset = NA, names = TRUE)
    values <- set[!is.na(set)]
    installed_ones <- vapply(hello$packages, function(entry) entry[[1L]], '')
    list(
      kind = 'details', unknown = entries(unknown), indexed = list(), origins = origins_of(setdiff(installed_ones, BASE)),
      details = list(
        executable = '', system = if (nzchar(system)) system else paste(Sys.info()[c('sysname', 'release')], collapse = ' '),
        machine = Sys.info()[['machine']], locale = Sys.getlocale('LC_CTYPE'), timeZone = time_zone(),
        variables = entries(as.list(values)), hardware = hardware
      )
    )
  }
`;
