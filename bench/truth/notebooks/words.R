# Texts and regular expressions
# %%
text <- c("The quick brown fox", "jumps over the lazy dog", "and the dog sleeps")
# %% edit
text <- c("The quick red fox", "jumps over the lazy dog", "and the dog sleeps")
# %%
words <- unlist(strsplit(tolower(text), "\\s+"))
words
# %% edit
words <- unlist(strsplit(toupper(text), "\\s+"))
words
# %%
freq <- sort(table(words), decreasing = TRUE)
head(freq, 3)
# %%
stop_words <- c("the", "and", "over")
kept <- words[!words %in% stop_words]
length(kept)
# %% edit
stop_words <- c("the", "and")
kept <- words[!words %in% stop_words]
length(kept)
# %%
sub("(\\w+) (\\w+)", "\\2 \\1", text[1])
# %%
mails <- c("ana@mail.org", "not a mail", "bo@x.net")
ok <- grepl("^[^@ ]+@[^@ ]+\\.[a-z]+$", mails)
mails[ok]
# %%
domains <- regmatches(mails, regexpr("@.*$", mails))
sub("@", "", domains)
# %%
sprintf("%-8s|%3d", kept, nchar(kept))
# %% edit
sprintf("%-10s|%3d", kept, nchar(kept))
# %%
cat(paste(rev(strsplit("stressed", "")[[1]]), collapse = ""), "\n")
# %%
vowels <- sapply(kept, function(w) nchar(gsub("[^aeiou]", "", w)))
vowels[vowels > 1]
# %%
toupper(letters[1:3])
