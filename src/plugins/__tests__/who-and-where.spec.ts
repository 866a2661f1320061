// Who works in the page: the name that the server knows, and never one that it made up.
import { whoAndWhere } from '../recorder/who-and-where';

const serverSettings = {
  baseUrl: 'https://ada:pw@hub.example/user/ada/?token=secret'
};
const serverUrl = 'https://hub.example/user/ada/';

function ask(identity: object | null, ready: Promise<unknown>) {
  return whoAndWhere({
    serverSettings,
    user: { identity: identity as never, ready }
  });
}

const identity = {
  username: 'ada',
  name: 'Ada',
  display_name: 'Ada L.',
  initials: 'AL',
  color: ''
};

test.each([
  [identity, 'Ada'],
  [{ ...identity, name: '' }, 'Ada L.'],
  [{ ...identity, name: '', display_name: '' }, 'ada']
])('%j', async (given, user) => {
  expect(await ask(given, Promise.resolve())).toEqual({
    user,
    serverUrl,
    unknown: {}
  });
});

test.each([
  [null, /knows no users\.$/],
  [
    {
      ...identity,
      username: '0123456789abcdef0123456789abcdef',
      name: 'Anonymous Io',
      display_name: 'Anonymous Io'
    },
    /made up a name/
  ]
])('%j is nobody', async (given, sentence) => {
  const found = await ask(given, Promise.resolve());
  expect(found).toMatchObject({ user: '', serverUrl });
  expect(found.unknown.user).toMatch(sentence);
});

test('a server that does not answer, and one without users', async () => {
  const failing = await ask(identity, Promise.reject(new Error('403')));
  expect(failing.unknown.user).toMatch(/did not tell/);
  const old = await whoAndWhere({ serverSettings });
  expect(old.unknown.user).toMatch(/knows no users/);
});
