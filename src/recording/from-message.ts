// One Jupyter message to what it says about an execution. The message is only read, and nothing of it is kept.
import { fieldsOf, type MimeBundle } from '../model';
import type { ExecutionEvent, OutputChange } from './events';
import {
  countOf,
  idOf,
  joinedText,
  parentIdOf,
  textOf,
  typeOf,
  type Direction,
  type KernelMessage
} from './kernel-message';
import { copyBundle, copyRecord } from './mime';

/** What a client asked a kernel to run. */
export type ExecuteRequest = {
  readonly msgId: string;
  readonly code: string;
  /** Silent requests run outside of the history: no execution of the notebook's. */
  readonly isSilent: boolean;
  /** The cell that the client names, which may be one of a console; empty when it names none. */
  readonly cellId: string;
};

/** The request to run code that this page sent with this message, or null for any other message. */
export function executeRequestOf(
  message: KernelMessage,
  direction: Direction
): ExecuteRequest | null {
  if (direction !== 'send' || typeOf(message) !== 'execute_request') {
    return null;
  }
  const content = fieldsOf(message.content);
  return {
    msgId: idOf(message),
    code: textOf(content.code),
    isSilent: content.silent === true,
    cellId: textOf(fieldsOf(message.metadata).cellId)
  };
}

function displayIdOf(content: { readonly [name: string]: unknown }): string {
  return textOf(fieldsOf(content.transient).display_id);
}

function changeOf(message: KernelMessage): OutputChange | null {
  const type = typeOf(message);
  const content = fieldsOf(message.content);
  switch (type) {
    case 'stream':
      return {
        kind: 'stream',
        name: content.name === 'stderr' ? 'stderr' : 'stdout',
        text: joinedText(content.text)
      };
    case 'display_data':
    case 'execute_result':
      return {
        kind: 'display',
        type,
        data: copyBundle(content.data),
        metadata: copyRecord(content.metadata),
        executionCount:
          type === 'execute_result' ? countOf(content.execution_count) : null,
        displayId: displayIdOf(content)
      };
    case 'update_display_data':
      return {
        kind: 'update',
        data: copyBundle(content.data),
        metadata: copyRecord(content.metadata),
        displayId: displayIdOf(content)
      };
    case 'error':
      return {
        kind: 'error',
        ename: textOf(content.ename),
        evalue: textOf(content.evalue),
        traceback: Array.isArray(content.traceback)
          ? content.traceback.map(textOf)
          : []
      };
    case 'clear_output':
      return { kind: 'clear', wait: content.wait === true };
    default:
      return null;
  }
}

function pagesOf(content: {
  readonly [name: string]: unknown;
}): readonly MimeBundle[] {
  return (Array.isArray(content.payload) ? content.payload : [])
    .map(fieldsOf)
    .filter(entry => entry.source === 'page')
    .map(entry => copyBundle(entry.data));
}

function replyOf(
  message: KernelMessage,
  base: { readonly msgId: string; readonly at: string }
): ExecutionEvent {
  const content = fieldsOf(message.content);
  const status =
    content.status === 'ok' || content.status === 'aborted'
      ? content.status
      : 'error';
  const ename = textOf(content.ename);
  return {
    ...base,
    kind: 'replied',
    status,
    executionCount:
      status === 'aborted' ? null : countOf(content.execution_count),
    error:
      status === 'error' && ename !== ''
        ? { ename, evalue: textOf(content.evalue) }
        : null,
    pages: pagesOf(content)
  };
}

/**
 * What a received message says about the execution that its parent started; null when it says nothing.
 * Whether the parent is an execution of interest is for the caller to know.
 */
export function fromMessage(
  message: KernelMessage,
  at: string
): ExecutionEvent | null {
  const base = { msgId: parentIdOf(message), at };
  if (base.msgId === '') {
    return null;
  }
  const content = fieldsOf(message.content);
  if (message.channel === 'shell') {
    return typeOf(message) === 'execute_reply' ? replyOf(message, base) : null;
  }
  if (message.channel !== 'iopub') {
    return null;
  }
  switch (typeOf(message)) {
    case 'execute_input':
      return {
        ...base,
        kind: 'started',
        code: textOf(content.code),
        executionCount: countOf(content.execution_count),
        place: null
      };
    case 'status':
      return content.execution_state === 'idle' ||
        content.execution_state === 'busy'
        ? { ...base, kind: content.execution_state }
        : null;
    default: {
      const change = changeOf(message);
      return change === null ? null : { ...base, kind: 'output', change };
    }
  }
}
