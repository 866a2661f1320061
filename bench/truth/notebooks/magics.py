# Magics of all kinds
# %%
%matplotlib inline
import math
# %%
%%capture noise
print("quiet")
value = math.sqrt(16)
# %% edit
%%capture noise
print("loud")
value = math.sqrt(25)
# %%
print(noise.stdout.strip(), value)
# %%
%time squares = [n * n for n in range(50)]
# %%
sum(squares)
# %%
%%time
cubes = [n ** 3 for n in range(20)]
# %%
cubes[-1]
# %%
!echo hello
# %%
lines = !printf 'a\nb\nc\n'
len(lines)
# %%
%env TRUTH_MODE=fast
# %% edit
%env TRUTH_MODE=slow
# %%
import os
print(os.environ["TRUTH_MODE"])
# %%
%precision 3
# %%
math.pi * value
# %%
print(len(squares) + len(cubes))
