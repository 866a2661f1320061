# Display options and other settings of the process
# %%
import pandas as pd
import numpy as np
# %%
frame = pd.DataFrame({"a": np.linspace(0, 1, 8), "b": range(8)})
frame
# %%
pd.set_option("display.precision", 2)
# %% edit
pd.set_option("display.precision", 4)
# %%
frame / 3
# %%
pd.options.display.max_rows = 4
# %%
frame
# %%
np.set_printoptions(precision=3)
# %% edit
np.set_printoptions(precision=5)
# %%
values = frame["a"].to_numpy()
values
# %%
import warnings
warnings.filterwarnings("ignore")
# %%
np.log(values - 1)
# %%
pd.reset_option("display.precision")
# %%
frame.head(1) / 7
# %%
with pd.option_context("display.max_rows", 2):
    print(frame)
# %%
print(values.mean())
