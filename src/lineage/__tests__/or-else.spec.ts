// Functions that draw, or meet the order of a set, only where their callers give them nothing.
import { toldInOrder } from '../../testing/told-in-order';

const MADE = 'import random\nwords = set("b a c".split())';
const FIND =
  'def pick(of):\n    return list(of)[0]\ndef find(of):\n    return pick(of) + str(random.random())';

const last = (report: string, use: string): string | undefined =>
  toldInOrder(MADE, FIND, report, use)[3];

const REPORTS = [
  'def report(of, found=None):\n    found = found or find(of)\n    return found',
  'def report(of, found=None):\n    if found is None:\n        found = find(of)\n    return found',
  'def report(of, found=None):\n    if not found:\n        found = find(of)\n    return found',
  'def report(of, found=None):\n    return found if found is not None else find(of)'
];

describe.each(REPORTS)('%s', report => {
  it.each(['report(words, "a")', 'print(report(words, found="a"))'])(
    'does without in %j',
    use => {
      expect(last(report, use)).toBe('same');
    }
  );

  it.each([
    'report(words)',
    'report(words, None)',
    'report(words, "")',
    'report(words, len([]) or None)',
    'report(words, 0)',
    'report(words, *more)',
    'report(words, "a"), find(words)',
    'report(words, "a"), report(words)',
    '[report(words, w) for w in ["a"]] + list(map(report, [words]))'
  ])('may do it in %j', use => {
    expect(last(report, use)).toBe('random');
  });
});

it.each([
  'def report(of, found=None):\n    found = None\n    found = found or find(of)\n    return found',
  'def report(of, found=None):\n    return found and find(of)',
  'def report(of, found=None):\n    found = found or find(of)\n    return find(of)',
  'def report(of, found=None):\n    if found is None:\n        pass\n    else:\n        found = find(of)\n    return found',
  'def report(of, found=None):\n    found = other or find(of)\n    return found'
])('nothing is said of %s', report => {
  expect(last(report, 'report(words, "a")')).toBe('random');
});
