# Closures and environments
# %%
make_counter <- function(step = 1) {
  i <- 0
  function() {
    i <<- i + step
    i
  }
}
# %% edit
make_counter <- function(step = 2) {
  i <- 0
  function() {
    i <<- i + step
    i
  }
}
# %%
tick <- make_counter()
tick()
# %%
tick()
# %%
tock <- make_counter(10)
c(tock(), tock())
# %% edit
tock <- make_counter(5)
c(tock(), tock())
# %%
store <- new.env()
store$items <- c()
put <- function(x) store$items <- c(store$items, x)
# %%
put("pen")
put("ink")
store$items
# %% edit
put("pen")
put("paper")
store$items
# %%
ls(store)
# %%
total <- 0
add <- function(x) total <<- total + x
# %% edit
total <- 100
add <- function(x) total <<- total + x
# %%
add(3)
total
# %% edit
add(4)
total
# %%
for (n in 1:3) add(n)
print(total)
# %%
memo <- local({
  seen <- c()
  function(n) {
    key <- as.character(n)
    if (!is.null(seen[key]) && !is.na(seen[key])) return(unname(seen[key]))
    value <- if (n < 2) n else memo(n - 1) + memo(n - 2)
    seen[key] <<- value
    value
  }
})
memo(20)
# %%
adders <- lapply(1:3, function(k) function(x) x + k)
adders[[2]](10)
# %%
assign("total", 0)
total
# %%
exists("total") && get("total") == 0
