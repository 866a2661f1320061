// What storing one small execution costs in this page's own code, against the bare put of a record of that size, and
// what listing the runs of a long history costs. On a database in memory: the disk's share is measured in the browser.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';

import { createRunStore } from '../src/store';
import { aDraft, anExecutionBatch } from '../src/testing/store-fixtures';
import type { IRunStore } from '../src/tokens';

const page = { storage: null, openPort: () => null, buckets: null };
const closed = {
  end: 'restarted',
  closedAt: '2026-11-21T11:00:00.000Z'
} as const;

function makeStore(): IRunStore {
  const factory = new IDBFactory();
  return createRunStore({ baseUrl: '/', indexedDB: () => factory, ...page });
}

export default {
  title: 'Run store',
  cases: {
    'a bare put of one record': async () => {
      const database = await openDB('bare', 1, {
        upgrade: opened => void opened.createObjectStore('records')
      });
      const record = anExecutionBatch({ ...aDraft('r1'), number: 1 }, 'a');
      let at = 0;
      return () => database.put('records', record, at++);
    },
    'an append of one small execution': async () => {
      const store = makeStore();
      const run = await store.openRun(aDraft('r1'));
      let at = 0;
      return () => store.append(anExecutionBatch(run, `m${at++}`));
    },
    'the 100 newest of 2,000 runs': async () => {
      const store = makeStore();
      for (let at = 0; at < 2000; at++) {
        await store.openRun(
          aDraft(`r${at}`, { ...closed, notebookPath: `${at}.ipynb` })
        );
      }
      return () => store.list({});
    }
  }
};
