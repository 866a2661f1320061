# Models and formulas
# %%
data(mtcars)
cars <- mtcars
dim(cars)
# %%
cars$kpl <- cars$mpg * 0.4251
# %% edit
cars$kpl <- cars$mpg * 0.43
# %%
fit <- lm(kpl ~ wt + hp, data = cars)
coef(fit)
# %% edit
fit <- lm(kpl ~ wt + qsec, data = cars)
coef(fit)
# %%
summary(fit)$r.squared
# %%
plot(cars$wt, cars$kpl, xlab = "weight", ylab = "km per litre")
abline(lm(kpl ~ wt, data = cars), col = "red")
# %%
form <- am ~ wt
logit <- glm(form, data = cars, family = binomial)
round(coef(logit), 3)
# %% edit
form <- am ~ wt + hp
logit <- glm(form, data = cars, family = binomial)
round(coef(logit), 3)
# %%
new_cars <- data.frame(wt = c(2.5, 3.5), hp = c(100, 150), qsec = c(17, 18))
predict(fit, newdata = new_cars)
# %%
anova(lm(kpl ~ wt, data = cars), lm(kpl ~ wt + hp, data = cars))
# %%
cars$gear <- factor(cars$gear)
levels(cars$gear)
# %% edit
cars$gear <- factor(cars$gear, labels = c("three", "four", "five"))
levels(cars$gear)
# %%
boxplot(kpl ~ gear, data = cars)
# %%
t.test(kpl ~ am, data = cars)$p.value < 0.05
# %%
res <- residuals(fit)
round(head(res, 3), 2)
# %%
updated <- update(fit, . ~ . + gear)
length(coef(updated))
