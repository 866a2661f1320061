// Files and addresses of a run, by what its reports say.
import type { FileUse } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { builtFacts } from '../../testing/run-facts';

function use(
  path: string,
  mode: FileUse['mode'],
  hash: string | null = 'aa'
): FileUse {
  return { path, mode, size: 10, modified: 0, hash };
}

describe('data used', () => {
  it('joins the uses of a file over the run', () => {
    const { data } = builtFacts(
      aNotebook()
        .cell('a', 'read()')
        .run('a', null, {
          report: { files: [use('b.csv', 'read'), use('a.csv', 'read')] }
        })
        .run('a', null, { report: { files: [use('b.csv', 'write', 'bb')] } })
        .run('a', null, { report: { files: [use('b.csv', 'read', 'bb')] } })
    );
    expect(data.files?.map(({ path }) => path)).toEqual(['a.csv', 'b.csv']);
    expect(data.files?.[1]).toMatchObject({
      modes: ['read', 'write'],
      hashes: ['aa', 'bb'],
      last: { hash: 'bb' }
    });
    expect(data.files?.[1]?.uses.map(each => each.use.mode)).toEqual([
      'read',
      'write',
      'read'
    ]);
  });

  it('tells nothing used from nobody looked', () => {
    const silent = aNotebook().cell('a', '1').run('a');
    expect(builtFacts(silent).data).toEqual({ files: null, addresses: null });
    const looked = aNotebook()
      .cell('a', '1')
      .run('a', null, { report: { files: [], addresses: [] } });
    expect(builtFacts(looked).data).toEqual({ files: [], addresses: [] });
  });

  it('names an address once, with all that asked it', () => {
    const addresses = [
      { kind: 'url' as const, address: 'https://a.example/x' }
    ];
    const { data } = builtFacts(
      aNotebook()
        .cell('a', 'get()')
        .run('a', null, { report: { addresses } })
        .run('a', null, { report: { addresses } })
    );
    expect(data.addresses).toHaveLength(1);
    expect(data.addresses?.[0]?.executionIds).toHaveLength(2);
  });
});
