# Lists and recursion
# %%
tree <- list(value = 1, kids = list(list(value = 2, kids = list()), list(value = 3, kids = list(list(value = 4, kids = list())))))
# %% edit
tree <- list(value = 1, kids = list(list(value = 2, kids = list()), list(value = 5, kids = list(list(value = 4, kids = list())))))
# %%
total <- function(node) node$value + sum(vapply(node$kids, total, 0))
total(tree)
# %%
depth <- function(node) {
  if (length(node$kids) == 0) return(1)
  1 + max(sapply(node$kids, depth))
}
depth(tree)
# %% edit
depth <- function(node) {
  if (length(node$kids) == 0) return(0)
  1 + max(sapply(node$kids, depth))
}
depth(tree)
# %%
config <- list(rate = 0.1, steps = 5)
config$rate <- 0.2
str(config)
# %% edit
config <- list(rate = 0.1, steps = 5)
config$rate <- 0.3
str(config)
# %%
config <- modifyList(config, list(steps = 10, name = "run"))
names(config)
# %%
config[["name"]] <- NULL
length(config)
# %%
fact <- function(n) if (n <= 1) 1 else n * fact(n - 1)
fact(config$steps)
# %%
queue <- list()
queue[[length(queue) + 1]] <- "first"
queue[[length(queue) + 1]] <- "second"
unlist(queue)
# %% edit
queue <- list()
queue[[length(queue) + 1]] <- "one"
unlist(queue)
# %%
head_of <- queue[[1]]
queue <- queue[-1]
head_of
# %%
length(queue)
# %%
hanoi <- function(n, a = "A", b = "B", c = "C") {
  if (n == 0) return(0)
  hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
}
hanoi(5)
# %%
rapply(list(1, "a", list(2, "b")), function(x) x * 10, classes = "numeric", how = "unlist")
