// How many executions a kernel had seen when it came to the probe.
import type { Kernel, KernelMessage as Services } from '@jupyterlab/services';

import type { KernelMessage } from '../../recording';
import { ProbeInstaller } from '../probe-installer';

const connection = {
  status: 'busy',
  requestExecute: () => ({
    msg: { header: { msg_id: 'probe' } },
    done: new Promise<Services.IExecuteReplyMsg>(() => undefined)
  })
} as unknown as Kernel.IKernelConnection;

const reply = (count: number): KernelMessage =>
  ({
    header: { msg_type: 'execute_reply' },
    parent_header: { msg_id: 'probe' },
    content: { status: 'ok', execution_count: count }
  }) as unknown as KernelMessage;

describe('The installer of a probe', () => {
  it.each([
    ['says the last execution’s', undefined, 4, 4],
    ['says the next execution’s', 1, 5, 4],
    ['has run nothing yet and says the next execution’s', 1, 1, 0],
    ['says none', 1, 0, 0]
  ])('counts right where a kernel %s', (_, countLead, said, wanted) => {
    const probe = { source: '', commId: 'c', ...(countLead && { countLead }) };
    const installer = new ProbeInstaller(probe, { budgetMs: 20 }, fail);
    installer.install(connection);
    expect(installer.count).toBeNull();
    installer.read(reply(said));
    expect(installer.count).toBe(wanted);
    installer.dispose();
  });
});

function fail(detail: string): void {
  throw new Error(detail);
}
