/**
 * @jest-environment node
 */
// Which patterns of a user's are taken, and that none of those takes long on a text that was made for it.
import { customPattern, customPatterns } from '../custom-patterns';
import { maskOf } from '../mask';

describe('a pattern of the user', () => {
  it.each([
    ['ACME-[0-9]{6}', 'id ACME-123456.', 'id [secret: custom].'],
    ['corp_[a-z]+', 'corp_abc corp_', '[secret: custom] corp_'],
    ['x[*+]y', 'x*y', '[secret: custom]'],
    ['k\\+[0-9]{2,}', 'k+1234', '[secret: custom]']
  ])('%s is used', (pattern, text, masked) => {
    const read = customPattern(pattern);
    expect(read.ok && maskOf([read.value])(text)).toBe(masked);
  });

  it.each([
    [17, 'is not a text'],
    ['', 'is not a text'],
    ['[a-', 'no regular expression'],
    ['x'.repeat(201), 'longer than 200'],
    ['(a+)+b', 'repeated'],
    ['(a|a)*b', 'repeated'],
    ['(?:x{2,})+', 'repeated'],
    ['(a)\\1', 'refers back'],
    ['(?<=a)b', 'looks around'],
    ['a+b+c+d+', 'more than 3'],
    ['a*', 'fits an empty text']
  ])('%s is refused in a sentence', (pattern, reason) => {
    const read = customPattern(pattern);
    expect(read.ok ? '' : read.reason).toContain(reason);
  });

  it('leaves the others alone when one is bad', () => {
    const { patterns, refusals } = customPatterns(['ACME-[0-9]{6}', '(a+)+']);
    expect(patterns.map(({ pattern }) => pattern)).toEqual(['ACME-[0-9]{6}']);
    expect(refusals).toHaveLength(1);
  });

  it('ends on a text that an unbounded one would not end on', () => {
    const read = customPattern('[a-z]+[a-z0-9]+!');
    const text = 'a'.repeat(20_000);
    expect(read.ok && maskOf([read.value])(text)).toBe(text);
  });
});
