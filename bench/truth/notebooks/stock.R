# Functions that update state
# %%
stock <- c(apple = 5, pear = 2)
history <- character()
# %%
log_it <- function(...) history <<- c(history, paste0(...))
# %% edit
log_it <- function(...) history <<- c(history, paste(...))
# %%
add_stock <- function(item, n = 1) {
  if (item %in% names(stock)) stock[item] <<- stock[[item]] + n
  else stock[[item]] <<- n
  log_it("add ", item)
}
# %%
remove_stock <- function(item, n = 1) {
  if (stock[[item]] < n) stop("too few: ", item)
  stock[item] <<- stock[[item]] - n
  log_it("remove ", item)
}
# %%
add_stock("apple", 3)
stock
# %% edit
add_stock("apple", 4)
stock
# %%
add_stock("plum")
remove_stock("pear")
stock
# %% raises
remove_stock("pear", 50)
# %%
outcome <- tryCatch(remove_stock("kiwi"), error = function(e) conditionMessage(e))
outcome
# %%
history
# %%
price <- c(apple = 0.5, pear = 0.7, plum = 0.2)
sum(stock * price[names(stock)])
# %% edit
price <- c(apple = 0.6, pear = 0.7, plum = 0.2)
sum(stock * price[names(stock)])
# %%
stock <- stock[order(-stock)]
names(stock)[1]
# %%
repeat {
  if (sum(stock) <= 6) break
  remove_stock(names(which.max(stock)))
}
stock
# %%
length(history)
# %%
rm(price)
exists("price")
