// The standard library's log: who sets how messages look, and who writes one.

import type { Library } from './library';

const write = { state: 'logging', action: 'read' } as const;
const timed = { pattern: /[({]asctime\b/, value: 'clock' } as const;

export const logging: Library = {
  module: 'logging',
  aliases: 'logging',
  isPure: true,
  functions: [
    {
      names: 'basicConfig',
      effect: { state: 'logging', action: 'set' },
      unless: 'filename',
      marks: timed
    },
    {
      names: 'Formatter',
      effect: { state: 'logging', action: 'update' },
      marks: timed
    },
    {
      names: 'critical debug error exception info log warn warning',
      effect: write
    }
  ],
  methodEffects: [
    { names: 'critical debug error exception warning', effect: write },
    { names: 'info', effect: write, fewer: { than: 1, effects: [] } }
  ]
};
