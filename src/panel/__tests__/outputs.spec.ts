// Recorded outputs are hostile until shown otherwise: what may be shown, loaded, followed and styled.
import type { Output } from '../../model';
import {
  isFollowable,
  judgeSource,
  judgeStyle
} from '../outputs/reference-policy';
import { settleStream } from '../outputs/settle-stream';
import { showOutputs, STDERR, TEXT_LIMIT } from '../outputs/shown-output';

const display = (data: object): Output =>
  ({ output_type: 'display_data', data, metadata: {} }) as unknown as Output;
const shownOf = (data: object): unknown => {
  const [shown] = showOutputs([display(data)], [], TEXT_LIMIT);
  return shown?.kind === 'media' ? shown.mediaType : shown?.kind;
};

describe('what is shown', () => {
  it.each([
    [{ 'text/plain': 'x', 'text/html': '<b>x</b>' }, 'text/html'],
    [{ 'text/html': 'x', 'image/png': 'aGk=' }, 'image/png'],
    [{ 'image/svg+xml': '<svg/>', 'text/plain': 'x' }, 'image/svg+xml'],
    [
      { 'application/vnd.vegalite.v5+json': {}, 'text/plain': 'x' },
      'text/plain'
    ],
    [{ 'application/javascript': 'alert(1)' }, 'not-shown'],
    [{ 'application/vnd.jupyter.widget-view+json': {} }, 'not-shown'],
    [{ 'application/pdf': 'x', 'text/vnd.mermaid': 'x' }, 'not-shown'],
    [{ 'image/png': 'not base64 "onerror=' }, 'not-shown'],
    [{ 'text/html': 5, 'text/plain': ['a', 'b'] }, 'text/plain'],
    [{ 'text/html': ['a', 5] }, 'not-shown'],
    [{}, 'not-shown']
  ])('of %j: %s', (data, shown) => {
    expect(shownOf(data)).toBe(shown);
  });

  it('takes nothing from the prototype of a bundle', () => {
    const data = JSON.parse(
      '{"__proto__": {"text/html": "p"}, "text/plain": "ok"}'
    );
    expect(shownOf(data)).toBe('text/plain');
    expect(shownOf(Object.create({ 'text/html': 'p' }))).toBe('not-shown');
    expect(shownOf({ constructor: 'x', prototype: 'y' })).toBe('not-shown');
  });

  it('keeps no metadata that could open an output up', () => {
    const output = {
      output_type: 'display_data',
      data: { 'text/html': 'x' },
      metadata: { isolated: true, trusted: true }
    } as unknown as Output;
    expect(JSON.stringify(showOutputs([output], [], TEXT_LIMIT))).not.toMatch(
      /isolated|trusted/
    );
  });

  it('shows an error by its traceback, or by its name where there is none', () => {
    const error = (traceback: unknown): unknown =>
      showOutputs(
        [
          {
            output_type: 'error',
            ename: 'E',
            evalue: '<img>',
            traceback
          } as unknown as Output
        ],
        [],
        TEXT_LIMIT
      )[0];
    expect(error(['a', 'b'])).toMatchObject({
      mediaType: STDERR,
      content: 'a\nb'
    });
    expect(error([])).toMatchObject({ content: 'E: <img>' });
    expect(error('no list')).toMatchObject({ content: 'E: <img>' });
  });

  it('passes over an output of a kind that nobody knows', () => {
    const odd = { output_type: 'surprise' } as unknown as Output;
    expect(showOutputs([odd], [], TEXT_LIMIT)).toMatchObject([
      { kind: 'not-shown' }
    ]);
  });

  it('cuts long text, says by how much, and never cuts a picture', () => {
    const long = 'x'.repeat(30);
    const [text, picture] = showOutputs(
      [display({ 'text/plain': long }), display({ 'image/png': long })],
      [],
      10
    );
    expect(text).toMatchObject({ content: 'x'.repeat(10), cutLength: 20 });
    expect(picture).toMatchObject({ content: long, cutLength: 0 });
  });

  it('gives each output the omissions that are its own', () => {
    const omission = {
      outputIndex: 1,
      mediaType: 'text/plain',
      bytes: 9,
      hash: null
    };
    const shown = showOutputs([display({}), display({})], [omission], 10);
    expect(shown.map(({ omissions }) => omissions)).toEqual([[], [omission]]);
  });
});

describe('what may be loaded', () => {
  const page = 'http://localhost:8888';
  const ruling = (address: string, loadsRemote = false): string =>
    judgeSource(address, { pageOrigin: page, loadsRemote });

  it.each([
    'data:image/png;base64,aGk=',
    'data:image/svg+xml,%3Csvg/%3E',
    'data:image/svg+xml;charset=utf-8;base64,aGk=',
    'data:audio/wav;base64,aGk=',
    ' data:video/mp4;base64,aGk='
  ])('what an output carries itself: %s', address => {
    expect(ruling(address)).toBe('kept');
  });

  it.each(['http://evil.example/x', 'https://evil.example/x?y=1'])(
    'what lies elsewhere only on demand: %s',
    address => {
      expect(ruling(address)).toBe('blocked');
      expect(ruling(address, true)).toBe('kept');
    }
  );

  it.each([
    'x.png',
    '/logout',
    '//evil.example/x',
    'files/x.png',
    '',
    '#a',
    `${'http://localhost:8888'}/api/shutdown`,
    'http://user:password@evil.example/',
    'javascript:alert(1)',
    'data:text/html,<script>',
    'data:image/png;evil=1,x',
    'blob:http://localhost:8888/1',
    'file:///etc/passwd',
    'attachment:x.png',
    'ht\ntp://evil.example',
    'http://'
  ])('nothing that could act for the user, ever: %s', address => {
    expect(ruling(address, true)).toBe('refused');
  });

  it.each([
    ['https://example.org', true],
    ['mailto:a@example.org', true],
    ['javascript:alert(1)', false],
    [' javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    ['data:text/html,x', false],
    ['relative.html', false],
    ['//evil.example', false],
    ['vbscript:x', false]
  ])('a link to %s stays: %s', (address, stays) => {
    expect(isFollowable(address)).toBe(stays);
  });
});

describe('what may be styled', () => {
  it('keeps what colours and measures', () => {
    const style = 'color: RED; background-color: rgb(1, 2, 3); width: 50%';
    expect(judgeStyle(style)).toEqual({
      style: 'color: RED; background-color: rgb(1, 2, 3); width: 50%',
      refused: 0
    });
  });

  it.each([
    'background: url(http://evil.example/x)',
    'background: URL( "http://evil.example/x" )',
    'background: u\\72l(http://evil.example/x)',
    'background: /**/url(x)',
    'background-image: image-set("http://evil.example/x" 1x)',
    'width: expression(alert(1))',
    'color: var(--x, url(x))',
    '--x: url(http://evil.example/x)'
  ])('refuses and counts what could load: %s', style => {
    expect(judgeStyle(style)).toEqual({ style: '', refused: 1 });
  });

  it.each([
    'position: fixed',
    'z-index: 9999',
    'transform: none',
    'margin: -500px',
    'opacity: 0',
    'pointer-events: none',
    'content: "x"',
    'behavior: none'
  ])('drops what could leave its place or hide: %s', style => {
    expect(judgeStyle(style).style).toBe('');
  });
});

describe('streams', () => {
  it.each([
    ['plain\ntext', 'plain\ntext'],
    ['10%\r20%\r100%', '100%'],
    ['100%\r 5%', ' 5%%'],
    ['ab\b\bX', 'Xb'],
    ['\b\bx', 'x'],
    ['a\r\nb', 'a\nb'],
    ['one\rtwo\nthree\r', 'two\nthree'],
    ['😀x\b!', '😀!']
  ])('%j is shown as %j', (text, shown) => {
    expect(settleStream(text)).toBe(shown);
  });
});
