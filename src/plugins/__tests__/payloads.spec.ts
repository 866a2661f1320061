// Reading what many executions showed.
import type { ExecutionId, ExecutionPayload } from '../../model';
import { payloadsOf } from '../export/payloads';

test('many are asked for at once, and each only once', async () => {
  let open = 0;
  let most = 0;
  const asked: string[] = [];
  const store = {
    payload: async (id: ExecutionId): Promise<ExecutionPayload> => {
      asked.push(id);
      open += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      open -= 1;
      return { source: id, outputs: [], omissions: [] } as never;
    }
  };
  const ids = Array.from({ length: 250 }, (_, at) => `e${at}` as ExecutionId);
  const found = await payloadsOf([...ids, ...ids], store);
  expect([...found.keys()]).toEqual(ids);
  expect(found.get(ids[7]!)).toMatchObject({ source: 'e7' });
  expect(asked).toEqual(ids);
  expect(most).toBe(100);
});
