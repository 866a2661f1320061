// Reads of a Jupyter message that cannot fail: kernels, servers and other clients all write them.
import { fieldsOf } from '../model';

/** As much of a Jupyter message as recording reads; every part may be missing or wrong. */
export type KernelMessage = {
  readonly channel?: unknown;
  readonly header?: unknown;
  readonly parent_header?: unknown;
  readonly metadata?: unknown;
  readonly content?: unknown;
};

/** `send`: this page sent it. `recv`: it came from the kernel or the server. */
export type Direction = 'send' | 'recv';

/** The value if it is a string, else an empty one. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** nbformat lets a text be a list of lines; they are joined without anything between. */
export function joinedText(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).join('') : textOf(value);
}

/** The value if it is a whole number from 0 on, else null. */
export function countOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? value
    : null;
}

/** `execute_input`, `status` …; empty when the message does not say. */
export function typeOf(message: KernelMessage): string {
  return textOf(fieldsOf(message.header).msg_type);
}

/** Id of the message itself. */
export function idOf(message: KernelMessage): string {
  return textOf(fieldsOf(message.header).msg_id);
}

/** Id of the request that the message belongs to; empty when it belongs to none. */
export function parentIdOf(message: KernelMessage): string {
  return textOf(fieldsOf(message.parent_header).msg_id);
}

/** Type of the request that the message belongs to; empty when it belongs to none. */
export function parentTypeOf(message: KernelMessage): string {
  return textOf(fieldsOf(message.parent_header).msg_type);
}

/** Session of whoever wrote the message: a client, a kernel process, or the server. */
export function sessionOf(message: KernelMessage): string {
  return textOf(fieldsOf(message.header).session);
}

/** Session of the client whose request the message belongs to. */
export function parentSessionOf(message: KernelMessage): string {
  return textOf(fieldsOf(message.parent_header).session);
}
