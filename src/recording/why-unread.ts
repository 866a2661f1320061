// Why a file was not read, as a report says it.
import type { WhyUnread } from '../model';

const reasons: readonly WhyUnread[] = [
  'later',
  'gone',
  'changed',
  'unreadable',
  'irregular',
  'watched',
  'many',
  'large'
];

/** Null for what is no reason. */
export function whyUnread(value: unknown): WhyUnread | null {
  return reasons.find(reason => reason === value) ?? null;
}
