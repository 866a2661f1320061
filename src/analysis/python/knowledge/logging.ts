// The standard library's log: who sets how messages look, and who writes one.

import { TIMED } from '../../effect';

import type { Library } from './library';

const write = { state: 'logging', action: 'read' } as const;
const update = { state: 'logging', action: 'update' } as const;
const timed = { pattern: /[({]asctime\b/, value: TIMED } as const;

export const logging: Library = {
  module: 'logging',
  aliases: 'logging',
  isPure: true,
  functions: [
    {
      names: 'basicConfig',
      effect: { state: 'logging', action: 'set' },
      unless: 'filename',
      marks: timed,
      files: [
        {
          at: Infinity,
          keywords: 'filename',
          action: 'update',
          grows: true,
          mode: Infinity,
          isOptional: true
        }
      ]
    },
    {
      names: 'FileHandler',
      files: [
        { at: 0, keywords: 'filename', action: 'update', grows: true, mode: 1 }
      ]
    },
    {
      names: 'Formatter',
      effect: update,
      marks: timed
    },
    { names: 'addLevelName captureWarnings disable', effect: update },
    {
      names: 'critical debug error exception info log warn warning',
      effect: write
    }
  ],
  methodEffects: [
    {
      names: 'addFilter removeHandler setFormatter setLevel',
      effect: update
    },
    {
      names: 'addHandler',
      effect: update,
      addsUnless: /^(?:handlers|hasHandlers|removeHandler)$/
    },
    { names: 'critical debug error exception warning', effect: write },
    { names: 'info', effect: write, fewer: { than: 1, effects: [] } }
  ]
};
