// What a probe says is written by whoever has the kernel: capped, filtered, counted, and never an exception.
import { decodeProbeMessage } from '../report';

const hello = {
  v: 1,
  kind: 'hello',
  process: '1-2',
  language: '3.12.1',
  implementation: 'CPython',
  platform: 'Linux 6 x86_64',
  packages: [
    ['zlib-ng', '1.0'],
    ['Attrs', '25.1.0']
  ],
  modules: { attr: 'Attrs' },
  skipped: 0
};

const report = {
  v: 1,
  kind: 'report',
  process: '1-2',
  msg: 'm1',
  cell: 'c1',
  n: 3,
  ok: true,
  bound: ['b', 'a', 'naïve'],
  rebound: [],
  deleted: [],
  imported: { numpy: '2.0.0' },
  modules: { numpy: 'numpy' },
  values: { a: '00ff' },
  omitted: []
};

function reportOf(change: object) {
  const decoded = decodeProbeMessage({ ...report, ...change });
  return decoded.ok && decoded.value.kind === 'report'
    ? decoded.value.report
    : null;
}

describe('a hello', () => {
  it('becomes an environment, sorted, with the same id for the same content', () => {
    const decode = (value: object) => {
      const decoded = decodeProbeMessage(value);
      return decoded.ok && decoded.value.kind === 'hello'
        ? decoded.value.environment
        : null;
    };
    const environment = decode(hello);
    expect(environment).toMatchObject({
      language: 'python',
      languageVersion: '3.12.1',
      packages: [
        { name: 'Attrs', version: '25.1.0' },
        { name: 'zlib-ng', version: '1.0' }
      ]
    });
    const turned = { ...hello, packages: [...hello.packages].reverse() };
    expect(decode(turned)?.environmentId).toBe(environment?.environmentId);
    const other = { ...hello, platform: 'Darwin' };
    expect(decode(other)?.environmentId).not.toBe(environment?.environmentId);
  });

  it('loses names and versions that could become a line of a requirements file', () => {
    const packages = [
      ['x\n!rm -rf ~', '1.0'],
      ['good', '; import os'],
      ['pkg @ https://evil', '1'],
      ['--index-url', '1'],
      ['"><script>', '1'],
      ['ok', '1.0'],
      'nonsense',
      [1, 2]
    ];
    const decoded = decodeProbeMessage({ ...hello, packages });
    expect(decoded).toMatchObject({
      ok: true,
      value: {
        dropped: 7,
        environment: { packages: [{ name: 'ok', version: '1.0' }] }
      }
    });
  });
});

describe('a report', () => {
  it('keeps what is well formed, sorted', () => {
    expect(reportOf({})).toMatchObject({
      msgId: 'm1',
      cellId: 'c1',
      executionCount: 3,
      isOk: true,
      report: { bound: ['a', 'b', 'naïve'], values: { a: '00ff' }, omitted: [] }
    });
  });

  it('drops what is not, and says how much', () => {
    const found = reportOf({
      bound: ['a b', 'fine', 7, '__proto__', 'x'.repeat(300), '1st'],
      values: { a: 'not hex', b: '0a' },
      imported: { evil: '1; import os' }
    });
    expect(found?.report).toMatchObject({
      bound: ['fine'],
      values: { b: '0a' },
      imported: {},
      omitted: ['7 entries of the report were not acceptable.']
    });
  });

  it('cannot reach a prototype', () => {
    const values: unknown = JSON.parse('{"__proto__": "00", "a": "11"}');
    const found = reportOf({ values })?.report.values ?? {};
    expect(Object.getPrototypeOf(found)).toBeNull();
    expect(Object.keys(found)).toEqual(['a']);
  });

  it('allows names that mean something in JavaScript and nothing in Python', () => {
    const values = { constructor: '00', toString: '11' };
    expect(reportOf({ values })?.report.values).toEqual(
      Object.assign(Object.create(null), values)
    );
  });

  it('caps lists', () => {
    const bound = Array.from({ length: 5000 }, (_, n) => `v${n}`);
    expect(reportOf({ bound })?.report.bound).toHaveLength(2000);
  });
});

describe('what a report may add', () => {
  const lists = ['sampled', 'changed', 'unchanged', 'texts'] as const;
  const details = {
    sampled: ['b', 'a'],
    changed: ['c'],
    unchanged: [],
    shared: [['b', 'a']],
    types: { a: 'builtins.int' },
    texts: ['_', 'a'],
    streams: { random: { before: '0a', after: '0b' } },
    files: [{ path: 'a.csv', mode: 'read', size: 3, modified: 4, hash: 'ff' }]
  };

  it('is kept when it is well formed, and absent when the probe was silent', () => {
    expect(reportOf(details)?.report).toMatchObject({
      ...details,
      sampled: ['a', 'b'],
      shared: [['a', 'b']],
      omitted: []
    });
    const bare = reportOf({})?.report ?? {};
    for (const field of Object.keys(details)) {
      expect(bare).not.toHaveProperty(field);
    }
  });

  it('is empty, never an exception, when it has another type', () => {
    for (const wrong of [1, true, 'text', { length: 3 }, [[[1]]], [null]]) {
      for (const field of Object.keys(details)) {
        const found: unknown = reportOf({ [field]: wrong })?.report[
          field as keyof typeof details
        ];
        expect(Object.keys(found ?? {})).toEqual([]);
      }
    }
  });

  it('loses names, types, fingerprints and paths that are none', () => {
    const names = ['ok', 'no name', '__proto__', '<b>', '', 7];
    for (const field of lists) {
      expect(reportOf({ [field]: names })?.report[field]).toEqual(['ok']);
    }
    const found = reportOf({
      shared: [['a'], ['a', '<b>'], ['a', 'b', 'b'], 'ab'],
      types: { a: 'x\ny', b: 'm.B', ['__proto__']: 'm.C', c: 'x'.repeat(301) },
      streams: {
        a: { before: 'zz', after: '0b' },
        b: { before: '0a' },
        constructor: { before: '0a', after: '0b' }
      },
      files: [
        { path: '', mode: 'read' },
        { path: 'a\u0000', mode: 'read' },
        { path: 'x'.repeat(5000), mode: 'read' },
        { path: 'a', mode: 'delete' },
        { path: 'b', mode: 'write', size: -1, modified: 'x', hash: '<b>' }
      ]
    })?.report;
    expect(found?.shared).toEqual([['a', 'b']]);
    expect({ ...found?.types }).toEqual({ b: 'm.B' });
    expect(Object.keys(found?.streams ?? {})).toEqual(['constructor']);
    expect(found?.files).toEqual([
      { path: 'b', mode: 'write', size: null, modified: null, hash: null }
    ]);
    expect(found?.omitted.join()).toContain('not acceptable');
  });

  it('cannot reach a prototype', () => {
    const data = JSON.parse(
      `{"types": {"__proto__": "m.C"}, "streams": {"__proto__": {"before": "0a", "after": "0b"}}}`
    ) as object;
    const found = reportOf(data)?.report;
    expect(Object.keys(found?.types ?? {})).toEqual([]);
    expect(Object.keys(found?.streams ?? {})).toEqual([]);
    expect(({} as { before?: string }).before).toBeUndefined();
  });

  it('is capped, and refused when all of it together is too large', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `n${index}`);
    const found = reportOf({ changed: many })?.report;
    expect(found?.changed).toHaveLength(2000);
    expect(found?.omitted.join()).toContain('3000 entries');
    const files = Array.from({ length: 100 }, () => ({
      path: 'p'.repeat(4000),
      mode: 'read'
    }));
    expect(decodeProbeMessage({ ...report, files })).toMatchObject({
      ok: false,
      reason: expect.stringContaining('256 KB') as string
    });
  });
});

describe('anything else', () => {
  it('is refused with a reason', () => {
    const strange: unknown[] = [
      null,
      undefined,
      7,
      'text',
      [],
      {},
      { v: 2, kind: 'hello' },
      { v: 1, kind: 'order' },
      { v: 1, kind: 'report' }
    ];
    for (const value of strange) {
      expect(decodeProbeMessage(value)).toMatchObject({
        ok: false,
        reason: expect.any(String)
      });
    }
  });

  it('is refused over 256 KB, whatever its shape', () => {
    const large = [
      { ...hello, platform: 'x'.repeat(100_000_000) },
      { ...hello, packages: new Array(300_000).fill(0) },
      { ...report, bound: new Array(100_000).fill('name') },
      { ...hello, extra: new Uint8Array(1_000_000) }
    ];
    for (const value of large) {
      expect(decodeProbeMessage(value)).toMatchObject({
        ok: false,
        reason: expect.stringContaining('256 KB')
      });
    }
  });

  it('may be nested deep, or hold itself', () => {
    const circle: { [key: string]: unknown } = { ...hello };
    circle.self = circle;
    expect(decodeProbeMessage(circle).ok).toBe(false);
    const deep: unknown = JSON.parse('['.repeat(50_000) + ']'.repeat(50_000));
    expect(decodeProbeMessage({ ...report, bound: deep }).ok).toBe(true);
  });

  it('in a ring leaves the good reports', () => {
    const decoded = decodeProbeMessage({
      v: 1,
      kind: 'ring',
      process: 'p',
      reports: [report, null, { msg: '' }, { ...report, msg: 'm2' }]
    });
    expect(decoded).toMatchObject({
      ok: true,
      value: { reports: [{ msgId: 'm1' }, { msgId: 'm2' }] }
    });
  });
});
