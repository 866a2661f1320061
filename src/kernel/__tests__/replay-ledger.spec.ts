// Kernels of replays are found again when their page is gone, and left alone while it lives.
import {
  BEAT_MS,
  ReplayLedger,
  SILENCE_MS,
  sweepLeftOver,
  type LedgerStorage
} from '../replay-ledger';

/** One browser: pages share its storage and its clock. */
class Browser {
  time = 1_000_000;
  readonly items = new Map<string, string>();
  private _beats = new Map<ReplayLedger, () => void>();

  readonly storage: LedgerStorage = (items => ({
    get length() {
      return items.size;
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key)
  }))(this.items);

  page(
    baseUrl = 'http://host/a/',
    storage: LedgerStorage | null = this.storage
  ): ReplayLedger {
    const ledger: ReplayLedger = new ReplayLedger({
      storage,
      baseUrl,
      now: () => this.time,
      repeat: beat => {
        this._beats.set(ledger, beat);
        return () => this._beats.delete(ledger);
      }
    });
    return ledger;
  }

  /** Time goes by; pages that live speak for their kernels. */
  pass(ms: number): void {
    for (let passed = 0; passed < ms; passed += BEAT_MS) {
      this.time += BEAT_MS;
      this._beats.forEach(beat => beat());
    }
  }

  /** The page is killed: nothing of it runs any more. */
  kill(ledger: ReplayLedger): void {
    this._beats.delete(ledger);
  }

  get beating(): number {
    return this._beats.size;
  }
}

class Server {
  readonly ended: string[] = [];
  constructor(private readonly _running: readonly string[] | null) {}
  runningIds(): Promise<ReadonlySet<string> | null> {
    return Promise.resolve(this._running && new Set(this._running));
  }
  shutdown(id: string): Promise<void> {
    this.ended.push(id);
    return Promise.resolve();
  }
}

test('a kernel of a page that was killed is shut down by the next page, once', async () => {
  const browser = new Browser();
  const first = browser.page();
  first.add('k1');
  browser.kill(first);
  browser.pass(SILENCE_MS);
  const server = new Server(['k1', 'of-the-user']);
  const next = browser.page();
  expect(await sweepLeftOver(next, server)).toBe(0);
  await sweepLeftOver(next, server);
  expect(server.ended).toEqual(['k1']);
});

test('a kernel that another page uses is left alone, however long it takes', async () => {
  const browser = new Browser();
  browser.page().add('k1');
  browser.pass(10 * SILENCE_MS);
  const server = new Server(['k1']);
  const waitMs = await sweepLeftOver(browser.page(), server);
  expect(server.ended).toEqual([]);
  expect(waitMs).toBeGreaterThan(0);
});

test('a page that was reloaded at once looks again when the silence is long enough', async () => {
  const browser = new Browser();
  const first = browser.page();
  first.add('k1');
  browser.kill(first);
  const next = browser.page();
  const server = new Server(['k1']);
  const waitMs = await sweepLeftOver(next, server);
  expect(server.ended).toEqual([]);
  browser.pass(waitMs);
  await sweepLeftOver(next, server);
  expect(server.ended).toEqual(['k1']);
});

test('a kernel that ended leaves nothing behind, and no timer runs without one', () => {
  const browser = new Browser();
  const page = browser.page();
  page.add('k1');
  expect(browser.beating).toBe(1);
  page.remove('k1');
  expect([browser.items.size, browser.beating, page.own]).toEqual([0, 0, []]);
});

test('what is gone already is forgotten and not shut down', async () => {
  const browser = new Browser();
  const first = browser.page();
  first.add('k1');
  browser.kill(first);
  browser.pass(SILENCE_MS);
  const server = new Server([]);
  await sweepLeftOver(browser.page(), server);
  expect([server.ended, browser.items.size]).toEqual([[], 0]);
});

test('while the server does not answer nothing is forgotten', async () => {
  const browser = new Browser();
  const first = browser.page();
  first.add('k1');
  browser.kill(first);
  browser.pass(SILENCE_MS);
  const waitMs = await sweepLeftOver(browser.page(), new Server(null));
  expect([waitMs > 0, browser.items.size]).toEqual([true, 1]);
});

test('kernels of another server at the same origin are not ours', async () => {
  const browser = new Browser();
  const first = browser.page('http://host/a/');
  first.add('k1');
  browser.kill(first);
  browser.pass(SILENCE_MS);
  const server = new Server(['k1']);
  expect(await sweepLeftOver(browser.page('http://host/b/'), server)).toBe(0);
  expect(server.ended).toEqual([]);
});

test('a browser that forbids its storage costs the memory beyond the page alone', () => {
  const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const refuse = (): never => {
    throw new Error('denied');
  };
  const page = new Browser().page('http://host/', {
    length: 1,
    key: refuse,
    getItem: refuse,
    setItem: refuse,
    removeItem: refuse
  });
  page.add('k1');
  expect([page.own, page.leftOver().ids]).toEqual([['k1'], []]);
  expect(warn).toHaveBeenCalled();
  warn.mockRestore();
});
