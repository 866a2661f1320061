# Reference classes
# %%
library(methods)
# %%
Account <- setRefClass("Account",
  fields = list(owner = "character", balance = "numeric"),
  methods = list(
    deposit = function(x) {
      balance <<- balance + x
      invisible(.self)
    },
    withdraw = function(x) {
      if (x > balance) stop("not enough money")
      balance <<- balance - x
      invisible(.self)
    }
  )
)
# %% edit
Account <- setRefClass("Account",
  fields = list(owner = "character", balance = "numeric"),
  methods = list(
    deposit = function(x) {
      balance <<- balance + x - 1
      invisible(.self)
    },
    withdraw = function(x) {
      if (x > balance) stop("not enough money")
      balance <<- balance - x
      invisible(.self)
    }
  )
)
# %%
a <- Account$new(owner = "Ana", balance = 100)
a$balance
# %% edit
a <- Account$new(owner = "Ana", balance = 150)
a$balance
# %%
a$deposit(50)
a$balance
# %% edit
a$deposit(25)
a$balance
# %%
b <- a
b$deposit(10)
c(a$balance, b$balance)
# %%
copy <- a$copy()
copy$balance <- 0
a$balance
# %%
Savings <- setRefClass("Savings", contains = "Account",
  fields = list(rate = "numeric"),
  methods = list(
    interest = function() {
      deposit(balance * rate)
      balance
    }
  )
)
# %%
s <- Savings$new(owner = "Bo", balance = 200, rate = 0.05)
s$interest()
# %% edit
s <- Savings$new(owner = "Bo", balance = 200, rate = 0.1)
s$interest()
# %% raises
a$withdraw(10000)
# %%
accounts <- list(a, s)
sum(sapply(accounts, function(x) x$balance))
# %%
for (acc in accounts) acc$deposit(1)
sapply(accounts, function(x) x$balance)
# %%
transfer <- function(from, to, x) {
  from$withdraw(x)
  to$deposit(x)
}
transfer(a, s, 20)
cat(a$owner, a$balance, "\n")
# %%
cat(s$owner, s$balance, "\n")
