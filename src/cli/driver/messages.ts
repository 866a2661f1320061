// What the driver answers, as it is read: a kernel's words are not trusted.
import {
  decode,
  decodeOutput,
  fail,
  type JsonValue,
  type Result
} from '../../model';
import type { DisplayUpdate, ReplayedCode } from '../../replay';

/** One line of the driver. */
export type DriverMessage =
  | {
      readonly event: 'started';
      /** What a user should know about the choice of the kernel; empty when there is nothing. */
      readonly note: string;
      readonly label: string;
      /** Of the kernel. */
      readonly language: string;
    }
  | { readonly event: 'failed'; readonly reason: string }
  | {
      readonly event: 'ended';
      readonly id: number;
      readonly code: ReplayedCode;
    }
  | { readonly event: 'gone' };

const EVENTS = ['started', 'failed', 'ended', 'gone'] as const;

const STATUSES = ['ok', 'error', 'timeout', 'input-requested', 'died'] as const;

/** Reads a line. */
export function decodeMessage(line: string): Result<DriverMessage> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return fail('It is not JSON.');
  }
  return decode(value, messageOf);
}

function messageOf(message: JsonValue): DriverMessage {
  const event = message.at('event').oneOf(EVENTS);
  switch (event) {
    case 'started':
      return {
        event,
        note: message.at('note').text(),
        label: message.at('label').text().slice(0, 200),
        language: message.at('language').text()
      };
    case 'failed':
      return { event, reason: message.at('reason').text() };
    case 'ended':
      return { event, id: message.at('id').count(), code: codeOf(message) };
    case 'gone':
      return { event };
  }
}

function codeOf(message: JsonValue): ReplayedCode {
  return {
    status: message.at('status').oneOf(STATUSES),
    outputs: message.at('outputs').list().map(decodeOutput),
    displays: listIn(message.at('displays')).map(display => ({
      outputIndex: display.at('outputIndex').count(),
      displayId: display.at('displayId').text()
    })),
    updates: listIn(message.at('updates')).flatMap(updateOf),
    error: message.at('error').optional(error => ({
      ename: error.at('ename').text(),
      evalue: error.at('evalue').text()
    })),
    durationMs: message.at('ms').count()
  };
}

/** Absent where the driver ended without an answer of the kernel's. */
function listIn(value: JsonValue): readonly JsonValue[] {
  return value.optional(list => list.list()) ?? [];
}

function updateOf(value: JsonValue): readonly DisplayUpdate[] {
  const shown = decodeOutput(value);
  return shown.output_type === 'display_data'
    ? [
        {
          displayId: value.at('displayId').text(),
          data: shown.data,
          metadata: shown.metadata
        }
      ]
    : [];
}
