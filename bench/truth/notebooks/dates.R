# Dates and factors
# %%
days <- as.Date(c("2024-01-15", "2024-02-29", "2024-03-31", "2024-07-04"))
format(days, "%d.%m.%Y")
# %% edit
days <- as.Date(c("2024-01-16", "2024-02-29", "2024-03-31", "2024-07-04"))
format(days, "%d.%m.%Y")
# %%
diff(days)
# %%
month <- factor(months(days), levels = month.name)
table(month)[table(month) > 0]
# %%
sizes <- factor(c("small", "large", "medium", "small"), levels = c("small", "medium", "large"))
as.integer(sizes)
# %% edit
sizes <- factor(c("small", "large", "medium", "small"))
as.integer(sizes)
# %%
levels(sizes)[levels(sizes) == "small"] <- "tiny"
sizes
# %%
sizes <- droplevels(sizes[sizes != "medium"])
nlevels(sizes)
# %%
groups <- cut(c(3, 15, 27, 40), breaks = c(0, 10, 20, 50), labels = c("low", "mid", "high"))
groups
# %% edit
groups <- cut(c(3, 15, 27, 40), breaks = c(0, 20, 30, 50), labels = c("low", "mid", "high"))
groups
# %%
started <- Sys.time()
class(started)
# %%
seq(days[1], by = "month", length.out = 3)
# %%
today <- Sys.Date()
today > days[1]
# %%
stamp <- as.POSIXct("2024-05-01 12:00:00", tz = "UTC")
stamp + 3600
# %% edit
stamp <- as.POSIXct("2024-05-01 13:00:00", tz = "UTC")
stamp + 3600
# %%
split(seq_along(groups), groups)
