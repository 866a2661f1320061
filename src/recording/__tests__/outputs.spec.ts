// Output messages to outputs: joined, cleared, updated, capped; storms and hostile bundles.
import { FakeKernel } from '../../testing/fake-kernel';
import { textHash } from '../text-bytes';
import { Folded } from './folding';

const html = (text: string) => ({ 'text/html': text });

function running(options: { cap?: number } = {}): {
  kernel: FakeKernel;
  run: Folded;
} {
  const kernel = new FakeKernel();
  return { kernel, run: new Folded(options).hear(kernel.start('a', 'x')) };
}

describe('streams', () => {
  it('joins neighbours of one name, and texts that come as lines', () => {
    const { kernel, run } = running();
    run.hear(
      kernel.stream('a', 'a'),
      kernel.iopub('a', 'stream', { name: 'stdout', text: ['b\n', 'c'] }),
      kernel.stream('a', 'err', 'stderr'),
      kernel.stream('a', 'd'),
      kernel.idle('a')
    );
    expect(run.outputsOf('a')).toEqual([
      { output_type: 'stream', name: 'stdout', text: 'ab\nc' },
      { output_type: 'stream', name: 'stderr', text: 'err' },
      { output_type: 'stream', name: 'stdout', text: 'd' }
    ]);
  });

  it('gives equal hashes to equal text, however it was cut', () => {
    const cut = (...pieces: string[]) => {
      const { kernel, run } = running({ cap: 100 });
      pieces.forEach(piece => run.hear(kernel.stream('a', piece)));
      return run.hear(kernel.idle('a')).head('a').outputsHash;
    };
    const text = '█'.repeat(20_000);
    expect(cut(text)).toBe(cut(text.slice(0, 7), text.slice(7)));
    expect(cut(text)).not.toBe(cut(text + ' '));
    const emoji = '😀'.repeat(20_000);
    expect(cut(emoji)).toBe(cut(emoji.slice(0, 30_001), emoji.slice(30_001)));
  });

  it('keeps both ends, size and hash of a text over the cap', () => {
    const { kernel, run } = running({ cap: 1000 });
    const text = `start${'é'.repeat(100_000)}end`;
    run.hear(kernel.stream('a', text), kernel.idle('a'));
    const [payload] = run.fold.takeChanges({ withRunning: true }).payloads;
    expect(payload?.omissions).toEqual([
      {
        outputIndex: 0,
        mediaType: 'text/plain',
        bytes: 200_008,
        hash: textHash(text)
      }
    ]);
  });

  it('shows both ends, whole characters only', () => {
    const { kernel, run } = running({ cap: 1000 });
    run.hear(
      kernel.stream('a', `start${'😀'.repeat(50_000)}end`),
      kernel.idle('a')
    );
    const [output] = run.outputsOf('a');
    const text = output?.output_type === 'stream' ? output.text : '';
    expect(text).toMatch(/^start😀/u);
    expect(text).toMatch(/😀end$/u);
    expect(text).toContain('200008 bytes in all');
    expect(run.head('a').gaps).toEqual(['outputs-capped']);
    expect(text.length).toBeLessThan(33_000);
    expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
  });

  it('takes a million writes and keeps no more than the cap', () => {
    const { kernel, run } = running({ cap: 1 << 20 });
    const write = kernel.stream('a', 'x'.repeat(19) + '\n');
    for (let n = 0; n < 1_000_000; n++) {
      run.hear(write);
    }
    run.hear(kernel.idle('a'));
    expect(run.head('a').outputBytes).toBe(20_000_000);
    expect(JSON.stringify(run.outputsOf('a')).length).toBeLessThan(40_000);
  });

  it('keeps lone surrogates, and counts them as what they become', () => {
    const { kernel, run } = running();
    run.hear(kernel.stream('a', 'a\ud800b\u0000'), kernel.idle('a'));
    expect(run.head('a').outputBytes).toBe(6);
    expect(run.outputsOf('a')).toMatchObject([{ text: 'a\ud800b\u0000' }]);
  });
});

describe('clear_output', () => {
  it('clears at once, or before the next output', () => {
    const { kernel, run } = running();
    run.hear(
      kernel.stream('a', 'one'),
      kernel.iopub('a', 'clear_output', { wait: true })
    );
    expect(run.outputsOf('a')).toMatchObject([{ text: 'one' }]);
    run.hear(kernel.stream('a', 'two'));
    expect(run.outputsOf('a')).toMatchObject([{ text: 'two' }]);
    run.hear(kernel.iopub('a', 'clear_output', {}), kernel.idle('a'));
    expect(run.outputsOf('a')).toEqual([]);
  });

  it('takes a long loop of it', () => {
    const { kernel, run } = running();
    for (let n = 0; n < 100_000; n++) {
      run.hear(
        kernel.iopub('a', 'clear_output', { wait: true }),
        kernel.stream('a', `${n}`)
      );
    }
    run.hear(kernel.idle('a'));
    expect(run.outputsOf('a')).toMatchObject([{ text: '99999' }]);
  });
});

describe('displays', () => {
  const display = (kernel: FakeKernel, id: string, text: string, on = 'a') =>
    kernel.iopub(on, 'display_data', {
      data: html(text),
      metadata: {},
      transient: { display_id: id }
    });

  const update = (kernel: FakeKernel, id: string, text: string, on = 'a') =>
    kernel.iopub(on, 'update_display_data', {
      data: html(text),
      metadata: { m: 1 },
      transient: { display_id: id }
    });

  it('are updated from any execution, and keep nothing transient', () => {
    const { kernel, run } = running();
    run.hear(display(kernel, 'i', 'one'), kernel.idle('a')).store();
    run.hear(kernel.start('b', 'y'), update(kernel, 'i', 'two', 'b'));
    expect(run.outputsOf('a')).toEqual([
      { output_type: 'display_data', data: html('two'), metadata: { m: 1 } }
    ]);
    expect(run.outputsOf('b')).toEqual([]);
  });

  it('with an id that is there already update the earlier ones', () => {
    const { kernel, run } = running();
    run.hear(
      display(kernel, 'i', 'one'),
      display(kernel, 'i', 'two'),
      kernel.idle('a')
    );
    expect(run.outputsOf('a')).toMatchObject([
      { data: html('two') },
      { data: html('two') }
    ]);
  });

  it('take a hundred thousand updates', () => {
    const { kernel, run } = running();
    run.hear(display(kernel, 'i', 'start'));
    for (let n = 0; n < 100_000; n++) {
      run.hear(update(kernel, 'i', `${n}`));
    }
    run.hear(kernel.idle('a'));
    expect(run.outputsOf('a')).toMatchObject([{ data: html('99999') }]);
  });

  it('over the cap keep plain text and lose the image, with size and hash', () => {
    const { kernel, run } = running({ cap: 1000 });
    const image = 'A'.repeat(5000);
    run.hear(
      kernel.iopub('a', 'display_data', {
        data: { 'image/png': image, 'text/plain': '<Figure>' },
        metadata: {}
      }),
      kernel.idle('a')
    );
    const changes = run.fold.takeChanges({ withRunning: false });
    expect(changes.payloads).toMatchObject([
      {
        outputs: [{ data: { 'text/plain': '<Figure>' } }],
        omissions: [
          {
            outputIndex: 0,
            mediaType: 'image/png',
            bytes: 5000,
            hash: textHash(image)
          }
        ]
      }
    ]);
    expect(changes.executions[0]?.outputsHash).not.toBeNull();
  });

  it('of a hundred megabytes leave only a note', () => {
    const { kernel, run } = running({ cap: 1000 });
    const data = { 'text/html': 'x'.repeat(100_000_000) };
    run.hear(
      kernel.iopub('a', 'display_data', { data, metadata: {} }),
      kernel.idle('a')
    );
    expect(run.head('a')).toMatchObject({
      outputBytes: 100_000_002,
      outputsHash: null,
      gaps: ['outputs-capped']
    });
    expect(run.outputsOf('a')).toMatchObject([{ data: {} }]);
  });

  it('beyond two thousand are counted', () => {
    const { kernel, run } = running();
    for (let n = 0; n < 2500; n++) {
      run.hear(display(kernel, '', `${n}`));
    }
    run.hear(kernel.idle('a'));
    expect(run.head('a')).toMatchObject({
      outputCount: 2500,
      outputsHash: null,
      gaps: ['outputs-capped']
    });
    expect(run.outputsOf('a')).toHaveLength(2000);
  });

  it('hash alike whatever the order of their keys, and whatever the count', () => {
    const hashOfResult = (data: object, count: number) => {
      const { kernel, run } = running();
      run.hear(
        kernel.iopub('a', 'execute_result', {
          data,
          metadata: {},
          execution_count: count
        }),
        kernel.idle('a')
      );
      return run.head('a').outputsHash;
    };
    const one = { 'text/plain': '1', 'application/json': { a: 1, b: [2] } };
    const two = { 'application/json': { b: [2], a: 1 }, 'text/plain': '1' };
    expect(hashOfResult(one, 1)).toBe(hashOfResult(two, 7));
  });

  it('never carry keys that reach a prototype', () => {
    const { kernel, run } = running();
    const data: unknown = JSON.parse(
      '{"__proto__": {"text/html": "p"}, "constructor": "c", "text/plain": "ok",' +
        ' "application/json": {"__proto__": {"polluted": true}, "fine": 1}}'
    );
    run.hear(
      kernel.iopub('a', 'display_data', { data, metadata: data as object }),
      kernel.idle('a')
    );
    const [output] = run.outputsOf('a');
    const bundle = output?.output_type === 'display_data' ? output.data : {};
    expect(Object.getPrototypeOf(bundle)).toBeNull();
    expect(Object.keys(bundle).sort()).toEqual([
      'application/json',
      'text/plain'
    ]);
    expect(JSON.stringify(bundle)).not.toContain('polluted');
    expect('text/html' in bundle).toBe(false);
  });

  it('nested too deep for the disk are cut off', () => {
    const { kernel, run } = running();
    const deep: unknown = JSON.parse('['.repeat(5000) + ']'.repeat(5000));
    run.hear(
      kernel.iopub('a', 'display_data', {
        data: { 'application/json': deep },
        metadata: {}
      }),
      kernel.idle('a')
    );
    expect(JSON.stringify(run.outputsOf('a')).length).toBeLessThan(1000);
  });
});

describe('a pager', () => {
  it('becomes the last output, whether the reply comes early or late', () => {
    const page = (isEarly: boolean) => {
      const { kernel, run } = running();
      const reply = kernel.reply('a', 'ok');
      const content = {
        status: 'ok',
        payload: [{ source: 'page', data: { 'text/plain': 'help' } }]
      };
      const paged = { ...reply, message: { ...reply.message, content } };
      const rest = [kernel.stream('a', 'x'), kernel.idle('a')];
      run.hear(...(isEarly ? [paged, ...rest] : [...rest, paged]));
      return run.outputsOf('a');
    };
    expect(page(true)).toEqual(page(false));
    expect(page(true)).toMatchObject([
      { text: 'x' },
      { data: { 'text/plain': 'help' } }
    ]);
  });
});

describe('a damaged message', () => {
  it('is read as far as it goes', () => {
    const { kernel, run } = running();
    run.hear(
      kernel.iopub('a', 'stream', { text: 7 }),
      kernel.iopub('a', 'error', { traceback: [1, 'line'] }),
      kernel.iopub('a', 'display_data', { data: 'none', metadata: null }),
      kernel.iopub('a', 'status', {}),
      kernel.idle('a')
    );
    expect(run.head('a').status).toBe('error');
    expect(run.outputsOf('a')).toHaveLength(3);
  });
});
