// Parts of a value: their sum does not tell by which way it was reached.
import { Interner } from '../interner';
import { Parts } from '../parts';
import type { Part, Step } from '../version';

const step = {} as Step;
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

function partOf(interner: Interner, name: string): Part {
  return { key: interner.intern(name), step, chances: [] };
}

function partsOf(interner: Interner, chosen: readonly string[]): Parts {
  return chosen.reduce(
    (parts, name) => parts.with(name, partOf(interner, name), interner),
    Parts.none
  );
}

describe('Parts', () => {
  it('gives those that are chosen the sum that they have when put in one by one, in any order', () => {
    const interner = new Interner();
    const all = partsOf(interner, names);
    for (let choice = 0; choice < 2 ** names.length; choice += 1) {
      const chosen = names.filter((_, at) => (choice & (1 << at)) !== 0);
      const some = all.only(name => chosen.includes(name), interner);
      const backwards = partsOf(interner, [...chosen].reverse());
      expect([...some.keys()]).toEqual(chosen);
      expect(some.sum).toBe(partsOf(interner, chosen).sum);
      expect(some.sum).toBe(backwards.sum);
    }
  });

  it('forgets a part that is replaced', () => {
    const interner = new Interner();
    const twice = partsOf(interner, ['a', 'b']).with(
      'a',
      partOf(interner, 'z'),
      interner
    );
    const once = partsOf(interner, ['b']).with(
      'a',
      partOf(interner, 'z'),
      interner
    );
    expect(twice.sum).toBe(once.sum);
  });
});
