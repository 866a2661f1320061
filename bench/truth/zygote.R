# Starts R kernels fast: loads IRkernel once, and forks for each kernel that is asked for.
#
# Reads one JSON object a line from the file that the first argument names: {"connection": path, "folder": path, "label": path};
# writes the process id of the kernel to the file that the second names. The output and the input of the process are its
# kernels' own, which have to be the null device and a log.
local({
  args <- commandArgs(TRUE)
  requests <- file(args[[1L]], 'r', blocking = TRUE)
  answers <- file(args[[2L]], 'w')
  for (name in c('IRkernel', 'IRdisplay', 'repr', 'evaluate', 'digest', 'jsonlite')) loadNamespace(name)
  label <- new.env(parent = baseenv())
  sys.source(args[[3L]], envir = label)
  assign('.truth_label', label, envir = .AutoloadEnv)
  # R compiles what runs for the second time: no kernel has to do that again.
  label$begin(nullfile(), '')
  for (turn in 1:3) {
    label$take('x <- 1')
    label$alone(list(1, 'a', mean, label, data.frame(a = 1)))
  }
  # Forks would share one folder for throw-away files: without it each makes its own.
  unlink(tempdir(), recursive = TRUE)
  while (length(line <- readLines(requests, 1L)) == 1L) {
    request <- jsonlite::fromJSON(line)
    child <- parallel:::mcfork(estranged = TRUE)
    if (child$pid == 0L) {
      compiler::enableJIT(3L)
      setwd(request$folder)
      tempdir(check = TRUE)
      label$begin(request$label, request$folder)
      IRkernel::main(request$connection)
      tools::pskill(Sys.getpid(), 9L)
    }
    writeLines(as.character(child$pid), answers)
    flush(answers)
  }
})
