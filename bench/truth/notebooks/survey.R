# Cleaning a table
# data: stations.csv
# %%
stations <- read.csv("stations.csv", stringsAsFactors = FALSE)
str(stations)
# %%
names(stations) <- tolower(names(stations))
head(stations, 3)
# %% edit
names(stations) <- toupper(names(stations))
head(stations, 3)
# %%
raw <- data.frame(
  id = 1:6,
  age = c("34", "n/a", "51", "28", "", "45"),
  town = c(" Oslo", "bergen", "Oslo ", NA, "Bergen", "oslo"),
  stringsAsFactors = FALSE
)
raw
# %% edit
raw <- data.frame(
  id = 1:6,
  age = c("34", "n/a", "52", "28", "", "45"),
  town = c(" Oslo", "bergen", "Oslo ", NA, "Bergen", "oslo"),
  stringsAsFactors = FALSE
)
raw
# %%
clean_town <- function(x) {
  x <- trimws(x)
  x[is.na(x)] <- "Unknown"
  paste0(toupper(substr(x, 1, 1)), tolower(substring(x, 2)))
}
# %%
people <- raw
people$town <- clean_town(people$town)
people$age <- suppressWarnings(as.numeric(people$age))
people
# %% edit
people <- raw
people$town <- clean_town(people$town)
people$age <- suppressWarnings(as.integer(people$age)) + 1L
people
# %%
people$age[is.na(people$age)] <- median(people$age, na.rm = TRUE)
summary(people$age)
# %% edit
people$age[is.na(people$age)] <- 0
summary(people$age)
# %%
people <- people[order(people$town, people$id), ]
rownames(people) <- NULL
people
# %%
by_town <- aggregate(age ~ town, data = people, FUN = mean)
by_town
# %% edit
by_town <- aggregate(age ~ town, data = people, FUN = max)
by_town
# %%
table(people$town)
# %%
people <- subset(people, age > 30)
nrow(people)
# %% edit
people <- subset(people, age > 33)
nrow(people)
# %%
with(people, tapply(age, town, length))
# %%
merged <- merge(people, by_town, by = "town", suffixes = c("", "_mean"))
merged[, c("id", "town", "age_mean")]
