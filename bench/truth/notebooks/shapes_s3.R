# S3 classes
# %%
new_shape <- function(kind, ...) structure(list(...), class = c(kind, "shape"))
# %%
area <- function(shape, ...) UseMethod("area")
area.default <- function(shape, ...) NA
# %%
area.circle <- function(shape, ...) pi * shape$r^2
# %% edit
area.circle <- function(shape, ...) 3.14 * shape$r^2
# %%
area.rect <- function(shape, ...) shape$w * shape$h
# %% edit
area.rect <- function(shape, ...) {
  side <- shape$w
  side * shape$h
}
# %%
print.shape <- function(x, ...) {
  cat("<", class(x)[1], " of area ", format(area(x), digits = 3), ">\n", sep = "")
  invisible(x)
}
# %% edit
print.shape <- function(x, ...) {
  cat("[", class(x)[1], ": ", format(area(x), digits = 3), "]\n", sep = "")
  invisible(x)
}
# %%
shapes <- list(new_shape("circle", r = 2), new_shape("rect", w = 2, h = 3))
sapply(shapes, area)
# %% edit
shapes <- list(new_shape("circle", r = 1), new_shape("rect", w = 2, h = 4))
sapply(shapes, area)
# %%
print(shapes[[1]])
# %%
shapes[[2]]
# %%
format.shape <- function(x, ...) paste0(class(x)[1], "=", round(area(x), 1))
vapply(shapes, format, "")
# %%
scale_by <- function(shape, k) UseMethod("scale_by")
scale_by.rect <- function(shape, k) {
  shape$w <- shape$w * k
  shape
}
big <- scale_by(shapes[[2]], 3)
big$w
# %%
summary.shape <- function(object, ...) list(kind = class(object)[1], area = area(object))
summary(shapes[[1]])$kind
# %%
total <- sum(sapply(shapes, area))
total
# %%
inherits(shapes[[1]], "circle")
# %% raises
scale_by(shapes[[1]], 2)
