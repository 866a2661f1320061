# A simulation without a seed
# %%
sides <- 6
# %% edit
sides <- 8
# %%
roll <- function(times) sample(sides, times, replace = TRUE)
# %%
first <- roll(10)
first
# %%
length(first)
# %% edit
length(first) + 1
# %%
sums <- replicate(20, sum(roll(2)))
summary(sums)
# %%
expected <- 2 * (sides + 1) / 2
expected
# %%
barplot(table(first))
# %%
set.seed(3)
fixed <- roll(5)
fixed
# %% edit
set.seed(4)
fixed <- roll(5)
fixed
# %%
fixed * 10
# %%
again <- roll(5)
again
# %%
all(first %in% seq_len(sides))
# %%
noise <- runif(3)
is.numeric(noise)
