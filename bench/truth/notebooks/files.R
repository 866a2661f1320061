# Reading and writing files
# data: stations.csv
# %%
stations <- read.csv("stations.csv")
ncol(stations)
# %%
few <- head(stations, 4)
write.csv(few, "few.csv", row.names = FALSE)
# %% edit
few <- head(stations, 3)
write.csv(few, "few.csv", row.names = FALSE)
# %%
back <- read.csv("few.csv")
nrow(back)
# %%
lines <- c("alpha", "beta", "gamma")
writeLines(lines, "lines.txt")
# %% edit
lines <- c("alpha", "beta", "delta")
writeLines(lines, "lines.txt")
# %%
toupper(readLines("lines.txt"))
# %%
cat("more\n", file = "lines.txt", append = TRUE)
length(readLines("lines.txt"))
# %%
saveRDS(list(a = 1, b = few), "state.rds")
# %% edit
saveRDS(list(a = 2, b = few), "state.rds")
# %%
state <- readRDS("state.rds")
state$a
# %%
con <- file("log.txt", "w")
writeLines(c("start", "stop"), con)
close(con)
# %%
scan("log.txt", what = "", quiet = TRUE)
# %%
file.exists("few.csv", "absent.csv")
# %% raises
readRDS("absent.rds")
# %%
result <- tryCatch(readLines("nothing.txt"), error = function(e) "no file", warning = function(w) "no file")
result
# %%
unlink("log.txt")
file.exists("log.txt")
