// However often it is asked, work never runs twice at once, and its last run starts after the last request.
import { Pacer } from '../runs/pacer';

function setUp(costMs = 0): {
  pacer: Pacer;
  /** Lets the waiting timer fire; the delay that it had, or null when none waits. */
  fire(): number | null;
  /** Ends the work that is going on. */
  finish(error?: Error): Promise<void>;
  started: () => number;
  faults: unknown[];
} {
  let [now, started] = [0, 0];
  let timer: { run: () => void; delayMs: number } | null = null;
  let end: { resolve: () => void; reject: (error: Error) => void } | null =
    null;
  const faults: unknown[] = [];
  const pacer = new Pacer({
    now: () => now,
    report: error => faults.push(error),
    schedule: (run, delayMs) => {
      timer = { run, delayMs };
      return () => (timer = null);
    },
    work: () => {
      started += 1;
      return new Promise((resolve, reject) => (end = { resolve, reject }));
    }
  });
  return {
    pacer,
    fire: () => {
      const due = timer;
      timer = null;
      now += due?.delayMs ?? 0;
      due?.run();
      return due?.delayMs ?? null;
    },
    finish: async error => {
      now += costMs;
      if (error) {
        end?.reject(error);
      } else {
        end?.resolve();
      }
      await new Promise(resolve => setImmediate(resolve));
    },
    started: () => started,
    faults
  };
}

it('starts at once when idle, and once for many requests', () => {
  const { fire, pacer, started } = setUp();
  pacer.request();
  pacer.request();
  expect(fire()).toBe(0);
  expect(fire()).toBeNull();
  expect(started()).toBe(1);
});

it('works once more for requests that came while it worked', async () => {
  const { finish, fire, pacer, started } = setUp();
  pacer.request();
  fire();
  pacer.request();
  pacer.request();
  expect(fire()).toBeNull();
  await finish();
  expect(fire()).not.toBeNull();
  expect(started()).toBe(2);
  await finish();
  expect(fire()).toBeNull();
});

it.each([
  [1, 120],
  [100, 400],
  [60_000, 3000]
])('after work of %d ms it pauses %d ms', async (costMs, pauseMs) => {
  const { finish, fire, pacer } = setUp(costMs);
  pacer.request();
  fire();
  await finish();
  pacer.request();
  expect(fire()).toBe(pauseMs);
});

it('reports what fails and works again', async () => {
  const { faults, finish, fire, pacer, started } = setUp();
  pacer.request();
  fire();
  await finish(new Error('broken'));
  expect(faults).toEqual([new Error('broken')]);
  pacer.request();
  fire();
  expect(started()).toBe(2);
});

it('does nothing once disposed', () => {
  const { fire, pacer } = setUp();
  pacer.request();
  pacer.dispose();
  expect(fire()).toBeNull();
  pacer.request();
  expect(fire()).toBeNull();
});
