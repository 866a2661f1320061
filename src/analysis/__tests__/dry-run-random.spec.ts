// Random programs of what a dry run follows: whatever it knows of them, Python says too.
import { ask, held } from '../../testing/python-answers';

const NAMES = ['a', 'b', 'c', 'd'];
const ATOMS =
  String.raw`0 1 -1 2 3 7 10 -7 0.0 -0.0 0.5 2.5 -1.5 1e16 1e-7 1e200 2**70 True False None '' 'a' 'ab'
  'b,a' ' x ' '12' '1.5' 'é' [] [1,2] [2,1,1.0] (1,'a') (1,) () {} {'a':1} {1:'x',True:'y'} {'b':None} {1} {2,1}
  set() frozenset({1}) range(3) range(5,0,-2) [None] [[1],[2]] {'k':[1]} float('nan') float('inf')`.split(
    /\s+(?=\S)/
  );
const SHAPES =
  `A+B|A-B|A*B|A/B|A//B|A%B|A**B|A==B|A!=B|A<B|A<=B|A>B|A in B|A not in B|A is None|not A|-A|A and B|A or B|
  A&B|A|B|A^B|len(A)|sum(A)|min(A)|max(A)|min(A,B)|max(A,B,key=str)|sorted(A)|sorted(A,reverse=True)|list(A)|tuple(A)|
  set(A)|dict(A)|str(A)|repr(A)|int(A)|float(A)|bool(A)|abs(A)|round(A)|round(A,1)|any(A)|all(A)|list(reversed(A))|
  list(enumerate(A))|list(zip(A,B))|A[0]|A[-1]|A[B]|A[1:]|A[::-1]|A[:B]|(A,B)|[A,B]|{'k':A}|f'{A}'|f'{A!r}'|f'{A:>6}'|
  f'{A:.2f}'|f'{A:,}'|f'{A:05d}'|f'{A:+}'|f'{A:x}'|f'{A:012,}'|f'{A:.1%}'|isinstance(A,int)|isinstance(A,(str,list))|type(A)==type(B)|
  A.get(B)|A.get(B,7)|A.keys()|list(A.values())|sorted(A.items())|A.copy()|A.upper()|A.title()|A.split()|A.split(B)|
  A.split(',')|A.strip()|A.join(B)|A.replace('a',B)|A.find(B)|A.count(B)|A.index(B)|A.startswith(B)|A.zfill(4)|
  A.splitlines(B)|A.pop()|A.pop(0)|A.setdefault('z',B)|A.union(B)|'{} {}'.format(A,B)|'{0:>4}{1}'.format(A,B)|
  [x for x in A]|{x for x in A}|{x:B for x in A}|[x for x in A if x]|next(iter(A),B)|divmod(A,B)|pow(A,B)|A if B else 1|
  list(map(str,A))|list(filter(None,A))|hash(A)==hash(B)|A.append(B)|A.extend(B)|A.insert(1,B)|A.remove(B)|A.sort()|
  A.add(B)|A.discard(B)|A.update(B)|A.clear()|(lambda x,y=1:[x,y])(A)|(lambda *x,**y:(x,y))(A,k=B)`
    // Only a bar between two shapes parts them, not the operator.
    .replace('|A|B|', '|A¦B|')
    .split(/\|\s*/)
    .map(shape => shape.replace('¦', '|'));

/** A seeded stream of choices. */
function chooser(seed: number): <One>(list: readonly One[]) => One {
  let state = seed;
  return list => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const found = list[(state >>> 8) % list.length];
    if (found === undefined) {
      throw new Error('Nothing to choose');
    }
    return found;
  };
}

function programOf(seed: number): string[] {
  const choose = chooser(seed);
  const expression = (depth: number): string => {
    const kind = choose([0, 1, 2, 3, 4, 5]);
    if (depth === 0 || kind < 2) {
      return choose(kind % 2 === 0 ? NAMES : ATOMS);
    }
    const part = (): string => `(${expression(depth - 1)})`;
    return choose(SHAPES).replace(/\bA\b/g, part).replace(/\bB\b/g, part);
  };
  const start = NAMES.map(name => `${name} = ${choose(ATOMS)}`).join('\n');
  const rest = Array.from({ length: 12 }, () => {
    const made = expression(2);
    const name = choose(NAMES);
    return choose([
      `${name} = ${made}`,
      `print(${made})`,
      `${name} ${choose(['+', '-', '*', '|'])}= ${made}`,
      `try:\n    print(${made})\nexcept Exception as e:\n    print(repr(e), e)`,
      `for ${name} in ${made}:\n    print(${name})`
    ]);
  });
  return [start, ...rest];
}

it('a dry run knows nothing of random programs that Python does not say', () => {
  const programs = Array.from({ length: 500 }, (_, seed) => programOf(seed));
  const answers = ask(programs);
  const all = programs.map((cells, index) => held(cells, answers[index] ?? []));
  expect(all.flatMap(({ wrong }) => wrong)).toEqual([]);
  const followed = all.reduce((sum, one) => sum + one.followed, 0);
  expect(followed).toBeGreaterThan(1000);
});
