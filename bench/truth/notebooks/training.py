# Fitting and comparing models with scikit-learn
# %%
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
# %%
rng = np.random.RandomState(0)
X = rng.normal(size=(120, 3))
y = (X[:, 0] + 0.5 * X[:, 1] + rng.normal(scale=0.3, size=120) > 0).astype(int)
# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
X_train.shape
# %% edit
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.4, random_state=1)
X_train.shape
# %%
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
# %%
params = {"C": 1.0}
# %% edit
params = {"C": 0.01}
# %%
model = LogisticRegression(**params)
# %%
model.fit(X_train, y_train)
# %%
score = model.score(X_test, y_test)
print(f"{score:.3f}")
# %%
results = {}
# %%
results[params["C"]] = round(score, 3)
results
# %%
model.coef_.round(2)
# %%
for c in (0.1, 10):
    results[c] = round(LogisticRegression(C=c).fit(X_train, y_train).score(X_test, y_test), 3)
print(results)
