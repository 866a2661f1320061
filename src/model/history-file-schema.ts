// The JSON schema of history files, for those who read them without this code.
import { HISTORY_FORMAT, HISTORY_VERSION } from './history-file';
import type { Json } from './output';

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const countOrNull = { type: ['integer', 'null'], minimum: 0 };
const lines = { anyOf: [text, { type: 'array', items: text }] };

const output = {
  type: 'object',
  required: ['output_type'],
  properties: {
    output_type: { enum: ['stream', 'display_data', 'execute_result', 'error'] }
  },
  description: 'As nbformat 4 has it.'
};

const cell = {
  type: 'object',
  required: ['id', 'type', 'source'],
  properties: {
    id: text,
    type: { enum: ['code', 'markdown', 'raw'] },
    source: lines,
    executionCount: {
      ...countOrNull,
      description: 'The count in its prompt; null for none.'
    },
    hasOutputs: { type: 'boolean' },
    mayRaise: {
      type: 'boolean',
      description: 'A failure there does not stop run-all.'
    }
  }
};

const execution = {
  type: 'object',
  required: ['sequence', 'status'],
  properties: {
    executionId: text,
    sequence: {
      type: 'integer',
      minimum: 0,
      description: 'Order within the run.'
    },
    cellId: {
      ...textOrNull,
      description: 'Null for code that another client of the kernel ran.'
    },
    cellIndex: countOrNull,
    executionCount: countOrNull,
    source: { anyOf: [lines, { type: 'null' }] },
    status: {
      enum: [
        'queued',
        'running',
        'ok',
        'error',
        'aborted',
        'interrupted',
        'lost'
      ]
    },
    startedAt: { ...textOrNull, description: 'ISO time.' },
    finishedAt: { ...textOrNull, description: 'ISO time.' },
    outputs: {
      type: ['array', 'null'],
      items: output,
      description: 'Null when they are lost.'
    },
    outputsHash: {
      ...textOrNull,
      description: 'Present where not all outputs were kept.'
    },
    outputsArePartial: {
      type: 'boolean',
      description:
        'True where some of the outputs were not seen, or not kept whole.'
    },
    report: { description: 'What the probe in the kernel said, or null.' }
  }
};

const run = {
  type: 'object',
  required: ['executions'],
  properties: {
    runId: text,
    kernel: {
      type: 'object',
      properties: { name: text, language: text }
    },
    startedAt: textOrNull,
    executions: { type: 'array', items: execution },
    environment: {
      type: ['object', 'null'],
      description: 'Interpreter and installed distributions.'
    },
    context: {
      type: ['object', 'null'],
      description: 'User, server, repository and modules beside the notebook.'
    },
    proofs: {
      type: 'array',
      items: { type: 'object' },
      description: 'What replays of the run came to, newest first.'
    },
    gaps: {
      type: 'array',
      items: {
        type: 'object',
        required: ['kind'],
        properties: { kind: text, detail: text, at: text }
      }
    }
  }
};

/** JSON Schema 2020-12 of what `toHistoryFile` writes and `decodeHistoryFile` reads. */
export const historyFileSchema: Json = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Retrace history file',
  type: 'object',
  required: ['format', 'version', 'notebook', 'runs'],
  properties: {
    format: { const: HISTORY_FORMAT },
    version: { const: HISTORY_VERSION },
    notebook: {
      type: 'object',
      required: ['cells'],
      properties: { path: text, cells: { type: 'array', items: cell } }
    },
    runs: { type: 'array', items: run, description: 'Oldest first.' }
  }
};
