# A simulation with a seed
# %%
set.seed(42)
# %% edit
set.seed(7)
# %%
n <- 200
# %% edit
n <- 300
# %%
x <- rnorm(n, mean = 10, sd = 2)
mean(x)
# %% edit
x <- rnorm(n, mean = 12, sd = 2)
mean(x)
# %%
y <- 3 * x + rnorm(n)
cor(x, y)
# %%
walk <- cumsum(sample(c(-1, 1), n, replace = TRUE))
range(walk)
# %%
plot(walk, type = "l", main = "Walk")
# %%
boot <- replicate(50, mean(sample(x, replace = TRUE)))
quantile(boot, c(0.025, 0.975))
# %% edit
boot <- replicate(40, mean(sample(x, replace = TRUE)))
quantile(boot, c(0.025, 0.975))
# %%
hist(boot)
# %%
length(x)
# %%
pi_hat <- function(k) {
  u <- runif(k)
  v <- runif(k)
  4 * mean(u^2 + v^2 <= 1)
}
# %%
set.seed(1)
pi_hat(1000)
# %% edit
set.seed(1)
pi_hat(2000)
# %%
shuffled <- sample(letters[1:5])
shuffled
# %%
sort(shuffled)
