# Base plots
# %%
temps <- c(2, 4, 8, 13, 18, 21, 23, 22, 17, 12, 6, 3)
names(temps) <- month.abb
# %% edit
temps <- c(2, 4, 8, 13, 18, 22, 24, 22, 17, 12, 6, 3)
names(temps) <- month.abb
# %%
plot(temps, type = "b", xlab = "month", ylab = "degrees")
# %% edit
plot(temps, type = "b", xlab = "month", ylab = "C")
# %%
cols <- ifelse(temps > mean(temps), "tomato", "steelblue")
barplot(temps, col = cols)
# %% edit
cols <- ifelse(temps > median(temps), "gold", "steelblue")
barplot(temps, col = cols)
# %%
old <- par(mfrow = c(1, 2))
plot(temps)
hist(temps)
par(old)
# %%
curve(sin, 0, 2 * pi)
abline(h = 0, lty = 2)
# %%
draw <- function(v, ...) {
  plot(v, ...)
  lines(v, col = "red")
  legend("topleft", legend = "temps", lty = 1, col = "red")
}
# %%
draw(temps, main = "Temperatures")
# %%
pie(c(a = 3, b = 5))
# %%
data(iris)
aggregate(Sepal.Length ~ Species, iris, mean)
# %%
boxplot(Sepal.Length ~ Species, data = iris)
# %%
options(digits = 4)
pi * 1000
# %% edit
options(digits = 6)
pi * 1000
# %%
mean(temps)
# %%
options(repr.plot.width = 5)
exp(1)
