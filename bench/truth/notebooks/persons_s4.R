# S4 classes
# %%
setClass("Person", representation(name = "character", age = "numeric"))
# %%
setGeneric("describe", function(x, ...) standardGeneric("describe"))
# %%
setMethod("describe", "Person", function(x, ...) cat(x@name, "is", x@age, "\n"))
# %% edit
setMethod("describe", "Person", function(x, ...) cat(x@name, "has", x@age, "years\n"))
# %%
setClass("Student", contains = "Person", representation(school = "character"))
# %%
p <- new("Person", name = "Ana", age = 31)
describe(p)
# %% edit
p <- new("Person", name = "Ana", age = 32)
describe(p)
# %%
s <- new("Student", name = "Bo", age = 20, school = "North")
describe(s)
# %%
setMethod("describe", "Student", function(x, ...) {
  callNextMethod()
  cat("  goes to", x@school, "\n")
})
describe(s)
# %% edit
setMethod("describe", "Student", function(x, ...) {
  cat("  at", x@school, "\n")
})
describe(s)
# %%
setMethod("show", "Person", function(object) cat("<Person ", object@name, ">\n", sep = ""))
p
# %% edit
setMethod("show", "Person", function(object) cat("<", object@name, ">\n", sep = ""))
p
# %%
p@age <- p@age + 1
p@age
# %%
setValidity("Person", function(object) if (length(object@age) == 1 && object@age < 0) "negative age" else TRUE)
invisible(validObject(p))
# %%
people <- c(p, s)
ages <- sapply(people, function(q) q@age)
ages
# %%
setMethod("+", signature("Person", "numeric"), function(e1, e2) {
  e1@age <- e1@age + e2
  e1
})
older <- p + 10
older@age
# %%
isVirtualClass("Person")
is(s, "Person")
