// Many requests lead to few passes, none of them stale, never two at a time.
import { Coalescer } from '../forecaster/coalescer';

const options = { pauseMs: () => 150, limitMs: 1000 };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('requests without a pause between them lead to one pass', async () => {
  const task = jest.fn(() => Promise.resolve());
  const coalescer = new Coalescer(task, options);
  for (let index = 0; index < 5; index++) {
    coalescer.request();
    await jest.advanceTimersByTimeAsync(100);
  }
  expect(task).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(50);
  expect(task).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(5000);
  expect(task).toHaveBeenCalledTimes(1);
});

test('an unbroken stream of requests holds a pass up no longer than the limit', async () => {
  const task = jest.fn(() => Promise.resolve());
  const coalescer = new Coalescer(task, options);
  for (let index = 0; index < 12; index++) {
    coalescer.request();
    await jest.advanceTimersByTimeAsync(100);
  }
  expect(task).toHaveBeenCalledTimes(1);
});

test('a request during a pass leads to another pass, after it', async () => {
  const { passes, task } = heldTask();
  const coalescer = new Coalescer(task, options);
  coalescer.request();
  await jest.advanceTimersByTimeAsync(150);
  coalescer.request();
  await jest.advanceTimersByTimeAsync(5000);
  expect(passes).toHaveLength(1);
  passes[0]!();
  await jest.advanceTimersByTimeAsync(150);
  expect(passes).toHaveLength(2);
});

test('settled waits for a pass that began after all requests before it, and for no more', async () => {
  const { passes, task } = heldTask();
  const coalescer = new Coalescer(task, options);
  coalescer.request();
  await jest.advanceTimersByTimeAsync(150);
  coalescer.request();
  let isSettled = false;
  const settled = coalescer.settled().then(() => {
    isSettled = true;
  });
  passes[0]!();
  await jest.advanceTimersByTimeAsync(0);
  expect(isSettled).toBe(false);
  coalescer.request();
  passes[1]!();
  await settled;
  expect(task).toHaveBeenCalledTimes(2);
});

test('settled resolves at once when nothing was requested', async () => {
  const task = jest.fn(() => Promise.resolve());
  await new Coalescer(task, options).settled();
  expect(task).not.toHaveBeenCalled();
});

test('a disposed one starts nothing and keeps nobody waiting', async () => {
  const task = jest.fn(() => Promise.resolve());
  const coalescer = new Coalescer(task, options);
  coalescer.request();
  coalescer.dispose();
  coalescer.request();
  await coalescer.settled();
  await jest.advanceTimersByTimeAsync(5000);
  expect(task).not.toHaveBeenCalled();
});

/** A task whose passes end when the test says so. */
function heldTask(): {
  passes: (() => void)[];
  task: jest.Mock<Promise<void>, []>;
} {
  const passes: (() => void)[] = [];
  const task = jest.fn(
    () => new Promise<void>(resolve => passes.push(resolve))
  );
  return { passes, task };
}
