// What messages tell about the life of a kernel process, beside its executions.
import { fieldsOf } from '../model';
import {
  countOf,
  parentSessionOf,
  sessionOf,
  typeOf,
  type KernelMessage
} from './kernel-message';

/** Types that only a kernel writes; `status` may also come from the server. */
const kernelTypes: ReadonlySet<string> = new Set([
  'kernel_info_reply',
  'execute_input',
  'execute_reply',
  'execute_result',
  'comm_msg',
  'comm_open',
  'error'
]);

/**
 * What tells the process that wrote the message from the next one of the same kernel; empty when the message does not.
 * Kernels that copy their client's session say nothing by it.
 */
export function processSignOf(
  message: KernelMessage,
  clientId: string
): string {
  const session = sessionOf(message);
  const isStatus =
    typeOf(message) === 'status' &&
    ['starting', 'busy', 'idle'].includes(
      String(fieldsOf(message.content).execution_state)
    );
  return (kernelTypes.has(typeOf(message)) || isStatus) &&
    session !== clientId &&
    session !== parentSessionOf(message)
    ? session
    : '';
}

/** What a message says about the end of the process: it goes away on request, it will come again, or it is dead. */
export function endSignOf(
  message: KernelMessage
): 'restarted' | 'shut-down' | 'died' | null {
  const content = fieldsOf(message.content);
  if (message.channel !== 'iopub') {
    return null;
  }
  if (typeOf(message) === 'shutdown_reply') {
    return content.restart === true ? 'restarted' : 'shut-down';
  }
  const isDeath =
    typeOf(message) === 'status' &&
    (content.execution_state === 'restarting' ||
      content.execution_state === 'dead');
  return isDeath ? 'died' : null;
}

/** The kernel's count in a reply to a silent request: how many executions it has seen; null when it does not say. */
export function lastCountOf(message: KernelMessage): number | null {
  return typeOf(message) === 'execute_reply'
    ? countOf(fieldsOf(message.content).execution_count)
    : null;
}

/** The data of a comm message with this id; undefined for any other message. */
export function commDataOf(message: KernelMessage, commId: string): unknown {
  const content = fieldsOf(message.content);
  return typeOf(message) === 'comm_msg' && content.comm_id === commId
    ? (content.data ?? null)
    : undefined;
}

/** True for the text by which the server says that it dropped output over its rate limit. */
export function isRateLimitNotice(text: string): boolean {
  return /IOPub (?:data|message) rate exceeded\.[\s\S]*limit/.test(text);
}
