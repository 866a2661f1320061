import { initial } from './001-initial';
import { annexes } from './002-annexes';
import type { Migration } from './migration';

export type { Migration } from './migration';

/** Every step, in order. A database of any earlier version goes through those that it has not seen. */
export const migrations: readonly Migration[] = [initial, annexes];
