// A file is there whole or not at all, wherever the contents manager fails.
import { writeWhole, type Writer } from '../export/write-file';

/** A folder in memory that fails at one call, named as `save 1`. */
function folder(failing = '', files = new Map<string, string>()) {
  const calls: string[] = [];
  const count = (name: string): void => {
    calls.push(name);
    const nth = calls.filter(call => call === name).length;
    if (failing === `${name} ${nth}`) {
      throw new Error('No space left on device');
    }
  };
  const writer = {
    save: (path: string, model: { content?: string; chunk?: number }) => {
      // A server that fails half way leaves what it had.
      const before = (model.chunk ?? 1) === 1 ? '' : (files.get(path) ?? '');
      files.set(path, `${before}${model.content ?? ''}`);
      count('save');
      return Promise.resolve({});
    },
    rename: (from: string, to: string) => {
      count('rename');
      files.set(to, files.get(from) ?? '');
      files.delete(from);
      return Promise.resolve({});
    },
    delete: (path: string) => {
      files.delete(path);
      return Promise.resolve();
    }
  };
  const asynchronous = Object.fromEntries(
    Object.entries(writer).map(([name, call]) => [
      name,
      async (...args: unknown[]) =>
        (call as (...given: unknown[]) => unknown)(...args)
    ])
  );
  return { files, writer: asynchronous as unknown as Writer };
}

test('a new file and one that replaces another leave nothing beside them', async () => {
  const { files, writer } = folder();
  await writeWhole('a.py', { content: 'one' }, writer, false);
  await writeWhole('a.py', { content: 'two' }, writer, true);
  expect([...files]).toEqual([['a.py', 'two']]);
});

test('a large archive goes in pieces and comes out whole', async () => {
  const { files, writer } = folder();
  const content = new Uint8Array(13 * 1024 * 1024).fill(7);
  await writeWhole('a.zip', { content }, writer, false);
  const text = files.get('a.zip') ?? '';
  expect(Buffer.from(text, 'base64').equals(Buffer.from(content))).toBe(true);
});

test.each(['save 1', 'rename 1'])(
  'when a new file fails at %s, there is none',
  async failing => {
    const { files, writer } = folder(failing);
    const done = writeWhole('a.py', { content: 'new' }, writer, false);
    await expect(done).rejects.toThrow('No space');
    expect([...files]).toEqual([]);
  }
);

test.each(['save 1', 'rename 1', 'rename 2'])(
  'when replacing fails at %s, the old file is as it was',
  async failing => {
    const { files, writer } = folder(failing, new Map([['a.py', 'old']]));
    const done = writeWhole('a.py', { content: 'new' }, writer, true);
    await expect(done).rejects.toThrow('No space');
    expect([...files]).toEqual([['a.py', 'old']]);
  }
);
