// The closing line of `npm test`: what is counted, what is skipped, when the command fails.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';

import { Stop } from '../lib/run.mjs';
import { runStages } from '../lib/stages.mjs';

let lines = [];

beforeEach(() => {
  lines = [];
  mock.method(console, 'log', line => lines.push(line));
});

afterEach(() => mock.restoreAll());

const passes = (name, needs) => ({ name, needs, run: async () => undefined });
const fails = name => ({
  name,
  run: async () => {
    throw new Stop('No luck.');
  }
});

test('adds up the counts of stages and counts any other stage as one', async () => {
  const counted = {
    name: 'counted',
    run: async () => ({ passed: 40, failed: 0, skipped: 2 })
  };
  assert.equal(await runStages([passes('a'), counted]), 0);
  assert.equal(lines.at(-1), '41 passed, 0 failed, 2 skipped');
});

test('a failed stage fails the command, is told, and does not hide the next one', async () => {
  assert.equal(await runStages([fails('a'), passes('b')]), 1);
  assert.ok(lines.includes('No luck.'));
  assert.equal(lines.at(-1), '1 passed, 1 failed');
});

test('what needs a failed stage is skipped, and what needs that as well', async () => {
  const stages = [fails('a'), passes('b', ['a']), passes('c', ['b'])];
  assert.equal(await runStages(stages), 1);
  assert.equal(lines.at(-1), '0 passed, 1 failed, 2 skipped');
});

test('a run of no test at all is a failure', async () => {
  assert.equal(await runStages([]), 1);
  assert.equal(lines.at(-1), '0 passed, 0 failed');
});
