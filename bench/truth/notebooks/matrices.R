# Matrices
# %%
A <- matrix(c(2, 1, 1, 3), nrow = 2)
A
# %% edit
A <- matrix(c(2, 1, 1, 4), nrow = 2)
A
# %%
b <- c(1, 2)
x <- solve(A, b)
x
# %% edit
b <- c(2, 2)
x <- solve(A, b)
x
# %%
A %*% x
# %%
det(A)
# %%
A[1, 2] <- 0
A
# %%
rownames(A) <- c("a", "b")
colnames(A) <- c("u", "v")
A
# %% edit
dimnames(A) <- list(c("p", "q"), NULL)
A
# %%
B <- cbind(A, w = c(9, 8))
dim(B)
# %%
t(B)
# %%
e <- eigen(crossprod(matrix(1:4, 2)))
round(e$values, 3)
# %%
diag(A) <- 1
sum(A)
# %%
M <- array(1:24, dim = c(2, 3, 4))
M[2, 3, 4]
# %%
power <- function(m, k) if (k == 0) diag(nrow(m)) else m %*% power(m, k - 1)
power(A, 3)
# %% edit
power <- function(m, k) if (k <= 0) diag(nrow(m)) else power(m, k - 1) %*% m
power(A, 3)
# %%
image(B)
