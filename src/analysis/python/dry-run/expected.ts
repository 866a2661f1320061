// How many arguments a known function takes, and which keywords: whatever else it is given is not followed.

import { Lost, type Given } from './values';

/** Fewest and most arguments, then keywords, for every function that is known. */
const TABLE = `
print 0 99 sep end flush
len 1 1
min 1 99 key default
max 1 99 key default
any 1 1
all 1 1
sorted 1 1 key reverse
reversed 1 1
enumerate 1 2 start
zip 1 99
map 2 99
filter 2 2
iter 1 1
next 1 2
repr 1 1
format 1 2
chr 1 1
ord 1 1
isinstance 2 2
issubclass 2 2
callable 1 1
hasattr 2 2
getattr 2 3
setattr 3 3
property 1 1
staticmethod 1 1
classmethod 1 1
__getitem__ 2 2
abs 1 1
sum 1 2 start
range 1 3
round 1 2
divmod 2 2
pow 2 2
list 0 1
tuple 0 1
set 0 1
frozenset 0 1
dict 0 1 *
bool 0 1
str 0 1
int 0 1
float 0 1
type 1 1
collections.Counter 0 1
collections.deque 0 1
collections.OrderedDict 0 1
collections.defaultdict 0 2
dataclasses.replace 1 1 *
functools.reduce 2 3
operator.itemgetter 1 1
re.compile 1 2
re.search 2 3
re.match 2 3
re.findall 2 3
re.finditer 2 3
re.split 2 2
re.sub 3 3
math.floor 1 1
math.ceil 1 1
math.trunc 1 1
math.sqrt 1 1
math.gcd 2 2
math.factorial 1 1
math.prod 1 1
str.lower 0 0
str.upper 0 0
str.title 0 0
str.capitalize 0 0
str.swapcase 0 0
str.isdigit 0 0
str.isnumeric 0 0
str.isalpha 0 0
str.isalnum 0 0
str.isspace 0 0
str.isupper 0 0
str.islower 0 0
str.strip 0 1
str.lstrip 0 1
str.rstrip 0 1
str.split 0 1
str.splitlines 0 0
str.join 1 1
str.replace 2 2
str.startswith 1 1
str.endswith 1 1
str.find 1 1
str.count 1 1
str.index 1 1
str.rfind 1 1
str.rindex 1 1
str.center 1 2
str.zfill 1 1
str.ljust 1 2
str.rjust 1 2
str.partition 1 1
str.removeprefix 1 1
str.removesuffix 1 1
str.format 0 99 *
float.is_integer 0 0
deque.append 1 1
deque.appendleft 1 1
deque.extend 1 1
deque.extendleft 1 1
deque.pop 0 0
deque.popleft 0 0
deque.clear 0 0
deque.reverse 0 0
deque.copy 0 0
list.append 1 1
list.extend 1 1
list.insert 2 2
list.pop 0 1
list.remove 1 1
list.clear 0 0
list.copy 0 0
list.reverse 0 0
list.sort 0 0 key reverse
list.count 1 1
list.index 1 1
dict.get 1 2
dict.keys 0 0
dict.values 0 0
dict.items 0 0
dict.copy 0 0
dict.clear 0 0
dict.pop 1 2
dict.popitem 0 0
dict.setdefault 1 2
dict.update 0 1 *
dict.most_common 0 1
dict.total 0 0
set.add 1 1
set.discard 1 1
set.remove 1 1
set.update 0 99
set.clear 0 0
set.copy 0 0
set.union 1 1
set.intersection 1 1
set.difference 1 1
set.symmetric_difference 1 1
set.issubset 1 1
set.issuperset 1 1
set.isdisjoint 1 1`;

type Takes = {
  readonly least: number;
  readonly most: number;
  readonly keywords: readonly string[];
};

const ALL: ReadonlyMap<string, Takes> = new Map(
  TABLE.trim()
    .split('\n')
    .map(line => {
      const [name = '', least, most, ...keywords] = line.split(' ');
      return [name, { least: Number(least), most: Number(most), keywords }];
    })
);

/** Gives up on arguments that a function, by its full name, is not known to take. */
export function expected(name: string, { positional, keywords }: Given): void {
  const takes = ALL.get(name);
  const { length } = positional;
  const isFit =
    takes !== undefined &&
    length >= takes.least &&
    length <= takes.most &&
    [...keywords.keys()].every(
      one => takes.keywords.includes(one) || takes.keywords.includes('*')
    );
  if (!isFit) {
    throw new Lost('argument');
  }
}
