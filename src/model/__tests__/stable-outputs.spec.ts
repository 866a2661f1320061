// What counts as the same output, whenever and wherever a program ran.
import { stableHashOf, type Output } from '..';

const printed = (
  text: string,
  name: 'stdout' | 'stderr' = 'stdout'
): Output => ({
  output_type: 'stream',
  name,
  text
});

const shown = (text: string): Output => ({
  output_type: 'execute_result',
  data: { 'text/plain': text },
  metadata: {}
});

test.each([
  ['addresses', '<Line2D at 0x7f3a5c0b9d90>', '<Line2D at 0x7f3a5c0b9e11>'],
  ['durations', 'took 12.5 ms', 'took 9 ms'],
  ['times of day', 'at 12:30:05', 'at 08:01:44.25'],
  ['dates', '2026-01-02T03:04:05Z', '2027-11-12 13:14:15'],
  [
    'random identifiers',
    'id 0b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0',
    'id ffffffff-4f50-6172-8394-a5b6c7d8e9f0'
  ],
  ['temporary paths', 'in /tmp/tmpab12/x', 'in /tmp/tmpzz99/x']
])('%s do not count', (_, one, other) => {
  expect(stableHashOf([shown(one)])).not.toBeNull();
  expect(stableHashOf([shown(one)])).toBe(stableHashOf([shown(other)]));
});

test.each([
  ['numbers', '0.912', '0.913'],
  ['order', "{'a', 'b'}", "{'b', 'a'}"],
  ['words', 'ready', 'steady']
])('%s count', (_, one, other) => {
  expect(stableHashOf([printed(one)])).not.toBe(stableHashOf([printed(other)]));
});

test('warnings do not count', () => {
  expect(stableHashOf([printed('1\n'), printed('careful', 'stderr')])).toBe(
    stableHashOf([printed('1\n'), printed('careful again', 'stderr')])
  );
});

test.each<[string, readonly Output[]]>([
  ['nothing', []],
  ['a progress bar', [printed('50%|███   | 5/10')]],
  ['text that is overwritten', [printed('1\r2')]],
  ['a very long text', [printed('x'.repeat(200_000))]],
  [
    'a picture without words',
    [{ output_type: 'display_data', data: { 'image/png': 'AA' }, metadata: {} }]
  ],
  [
    'an error',
    [{ output_type: 'error', ename: 'E', evalue: 'x', traceback: [] }]
  ]
])('%s is not compared', (_, outputs) => {
  expect(stableHashOf(outputs)).toBeNull();
});
