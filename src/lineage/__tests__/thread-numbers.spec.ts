// Numbers that the system gives to threads, and keys that programs make: each run has others.
import { cells, told } from './told';

const verdicts = (...sources: readonly string[]): readonly string[] =>
  told(cells(...sources)).map(one => one.split(' ')[1] ?? '');

it.each([
  'threading.get_ident()',
  'threading.current_thread().ident',
  'threading.main_thread().native_id',
  't = threading.Thread(target=show)\nt.start()'
])('%j shows the number of a thread', source => {
  const all = verdicts(
    'import threading\ndef show():\n    print(threading.get_ident())',
    source
  );
  expect(all).toEqual(['same', 'random']);
});

it('is no other attribute of that name', () => {
  const source = 'class Node: pass\nnode = Node()\nnode.ident = 3';
  expect(verdicts(source, 'node.ident')).toEqual(['same', 'same']);
});

it.each([
  ['!ssh-keygen -q -f key', '!cat key.pub', 'random'],
  ['!test -f key || ssh-keygen -f key', '!cat key', 'random'],
  ['!openssl genrsa -out b.pem 2048', '!cat b.pem', 'random'],
  ['!openssl x509 -in b.pem -out c.pem', '!cat c.pem', 'same'],
  ['!ssh-keygen -f key', '!cat other', 'same']
])('after %j, %j is %s', (maker, reader, verdict) => {
  expect(verdicts(maker, reader)[1]).toBe(verdict);
});
