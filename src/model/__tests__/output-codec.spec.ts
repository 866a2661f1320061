// The hash over outputs: what counts as the same output in two processes.
import { hashOfOutputs, type Output } from '..';

const stdout = (text: string): Output => ({
  output_type: 'stream',
  name: 'stdout',
  text
});

const result = (text: string, count: number): Output => ({
  output_type: 'execute_result',
  data: { 'text/plain': text },
  metadata: {},
  execution_count: count
});

const failure = (count: number): Output => ({
  output_type: 'error',
  ename: 'NameError',
  evalue: "name 'x' is not defined",
  traceback: [`Cell In[${count}], line 1`]
});

describe('the hash over outputs', () => {
  it.each<[string, Output[], Output[]]>([
    [
      'writes that are cut otherwise',
      [stdout('ab')],
      [stdout('a'), stdout('b')]
    ],
    ['other counts of a result', [result('1', 3)], [result('1', 9)]],
    ['other counts in a traceback', [failure(3)], [failure(9)]],
    [
      'other addresses',
      [result('<f at 0x7f3a5c0b9d90>', 1)],
      [result('<f at 0x7f00000b9d90>', 1)]
    ],
    [
      'another order of media types',
      [
        {
          output_type: 'display_data',
          data: { 'text/plain': 'a', 'image/png': 'b' },
          metadata: {}
        }
      ],
      [
        {
          output_type: 'display_data',
          data: { 'image/png': 'b', 'text/plain': 'a' },
          metadata: {}
        }
      ]
    ]
  ])('is the same for %s', (_, one, other) => {
    expect(hashOfOutputs(one)).toBe(hashOfOutputs(other));
  });

  it.each<[string, Output[], Output[]]>([
    ['another text', [stdout('a')], [stdout('b')]],
    ['no output', [stdout('')], []],
    [
      'another stream',
      [stdout('a')],
      [{ output_type: 'stream', name: 'stderr', text: 'a' }]
    ],
    [
      'another place',
      [stdout('a'), result('1', 1)],
      [result('1', 1), stdout('a')]
    ],
    ['a number that is no address', [stdout('0xff')], [stdout('0xfe')]]
  ])('is another for %s', (_, one, other) => {
    expect(hashOfOutputs(one)).not.toBe(hashOfOutputs(other));
  });
});
