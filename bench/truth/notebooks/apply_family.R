# The apply family
# %%
scores <- list(ana = c(7, 9, 10), bo = c(5, 6), cleo = c(8, 8, 9, 10))
length(scores)
# %% edit
scores <- list(ana = c(7, 9, 9), bo = c(5, 6), cleo = c(8, 8, 9, 10))
length(scores)
# %%
means <- sapply(scores, mean)
means
# %% edit
means <- sapply(scores, median)
means
# %%
best <- vapply(scores, max, numeric(1))
print(best)
# %%
scaled <- lapply(scores, function(s) (s - min(s)) / (max(s) - min(s)))
scaled$ana
# %%
pairs <- Map(function(name, s) paste(name, length(s)), names(scores), scores)
unlist(pairs)
# %%
Reduce(`+`, unlist(scores), accumulate = TRUE)
# %%
keep <- Filter(function(s) mean(s) > 7, scores)
names(keep)
# %% edit
keep <- Filter(function(s) mean(s) > 6, scores)
names(keep)
# %%
m <- outer(1:3, 1:4)
apply(m, 1, sum)
# %%
count <- 0
invisible(sapply(1:5, function(i) count <<- count + i))
count
# %% edit
count <- 0
invisible(sapply(1:4, function(i) count <<- count + i))
count
# %%
scores$dan <- c(4, 5)
sapply(scores, length)
# %%
mapply(function(a, b) a * b, 1:3, 4:6)
# %%
do.call(rbind, lapply(names(scores), function(n) data.frame(name = n, mean = mean(scores[[n]]))))
