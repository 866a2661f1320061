// Addresses lose what is secret and keep what leads somewhere; only those that are one plain word go into requirements.
import { isAddress, publicAddress } from '../public-address';

test.each([
  ['https://github.com/lab/study.git', 'https://github.com/lab/study.git'],
  ['https://ada:secret@host.example/a/b.git', 'https://host.example/a/b.git'],
  ['https://ghp_token@host.example/a', 'https://host.example/a'],
  ['https://a@b:c@host.example/a', 'https://host.example/a'],
  [
    'https://host.example/w.whl?X-Sig=abc#sha256=1',
    'https://host.example/w.whl'
  ],
  ['ssh://git@host.example/a.git', 'ssh://git@host.example/a.git'],
  ['git+ssh://git@host.example/a.git', 'git+ssh://git@host.example/a.git'],
  ['ssh://git:secret@host.example/a.git', 'ssh://host.example/a.git'],
  ['git@host.example:lab/a.git', 'git@host.example:lab/a.git'],
  [
    'https://conda.example/t/tk-1-2/lab/noarch',
    'https://conda.example/lab/noarch'
  ],
  ['conda-forge', 'conda-forge'],
  ['', '']
])('%s', (given, wanted) => {
  expect(publicAddress(given)).toBe(wanted);
  expect(publicAddress(wanted)).toBe(wanted);
});

test.each([
  ['https://host.example/a.git', true],
  ['git@host.example:lab/a.git', true],
  ['https://host.example/a b', false],
  ['https://host.example/"; import os', false],
  ['https://host.example/$(touch x)', false],
  ['https://host.example/a\nb', false],
  ['javascript:alert(1)', false],
  ['', false]
])('%s may stand in a requirement: %s', (text, isGood) => {
  expect(isAddress(text)).toBe(isGood);
});
