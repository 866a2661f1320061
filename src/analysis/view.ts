// What of a value code looks at.

import type { PartsSeen } from './parts-seen';

/**
 * `found`: of a table what stands under a key, or its items put in order; of anything else, all.
 * `type`: what kind of value it is, or its items are. `form`: its length, its columns, a check that holds for whatever was drawn. `members`: its items, or whether it has one, not their arrangement;
 * of a table of counts its keys or their total. `handed`: what a callable of the notebook looks at, which is given it as it is.
 */
export type View = 'whole' | 'found' | 'handed' | 'members' | 'form' | 'type';

/** What of a value is looked at: how long it is, or its size and its columns as well; null for more than that. */
export type FormSeen = 'length' | 'form' | null;

/** What a cell looks at where it reads a name, or a part of its value. */
export type Look = {
  readonly view: View;
  readonly form: FormSeen;
  /** Of a table; null where it may be all of it. */
  readonly parts: PartsSeen | null;
};
