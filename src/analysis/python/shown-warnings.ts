// Which warnings a call lets through, where it is about all of them.

import type { Arguments } from './arguments';
import { stringContent } from './access';
import type { EffectRule } from './knowledge/library';
import { textOf, type Walk } from './walk';

/** `filterwarnings("ignore")` as a setting; nothing for a call that is about some warnings, or for some lines. */
export function warningsSetBy(
  walk: Walk,
  { all, positional }: Arguments
): readonly EffectRule[] {
  const [first] = positional;
  const action = first && stringContent(textOf(walk, first));
  if (all.length !== 1 || !action || walk.source.includes('catch_warnings')) {
    return [];
  }
  return [
    {
      state: 'display',
      action: 'update',
      option: 'python.warnings',
      value: /^(?:ignore|error)$/.test(action) ? action : 'usual'
    }
  ];
}
