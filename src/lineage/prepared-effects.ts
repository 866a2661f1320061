// Effects of a source or of a body on the state outside of the namespace, as lineage follows them.
import type { Effect, Range } from '../analysis';
import { ambientName } from './ambient-names';
import { NONE } from './nothing';
import type { PreparedEffect } from './prepared';
import { settingAt } from './settings-told';

/** Prepares effects in the order in which they stand. */
export function effectsOf(
  source: string,
  effects: readonly Effect[]
): readonly PreparedEffect[] {
  if (effects.length === 0) {
    return NONE;
  }
  return effects
    .filter(effect => !isTiming(source, effect))
    .sort((one, other) => one.range.from - other.range.from)
    .map(({ state, action, range, stream, option, into, ...told }) => ({
      name: ambientName(state, stream ?? option),
      action,
      setting: settingAt(source, { state, action }, range),
      ...(told.adds && { adds: told.adds }),
      ...(told.assumes !== undefined && { assumes: told.assumes }),
      ...(told.isImported && { isImported: true }),
      ...(told.ifSet !== undefined && { ifSet: told.ifSet }),
      ...(told.ifTexts !== undefined && { ifTexts: told.ifTexts }),
      ...(told.isLast === true && { value: seedAt(source, range) }),
      ...(told.value !== undefined && { value: told.value }),
      ...(told.isInValues === true && { isInValues: true }),
      ...(told.staysInside === true && { staysInside: true }),
      ...(told.isGiven === true && { isGiven: true }),
      ...(told.unlessGiven && {
        unlessGiven: told.unlessGiven,
        countsUnseen: told.countsUnseen === true
      }),
      into: into ?? null,
      arranges: told.arranges === undefined ? NONE : [told.arranges],
      origin: source.slice(range.from, range.to).split('(')[0]?.trim() ?? ''
    }));
}

/** A statement at the margin that seeds with a number. */
const SEED = /^[\w.]+\(\s*(?:(?:a|seed)\s*=\s*)?(\d+)\s*\)$/;

/** The number that a stream is seeded with, whatever else the cell does; undefined where that is not told. */
function seedAt(source: string, { from, to }: Range): string | undefined {
  const isAtMargin = from === 0 || source[from - 1] === '\n';
  return isAtMargin ? SEED.exec(source.slice(from, to))?.[1] : undefined;
}

/** A script of a shell, which may ask for the time. */
const SHELL = /^\s*%%(?:bash|cmd|script|sh|sx|system|!)/;

/** `%time`, `x = %time` and `%%time` show a duration, which no value hangs on and no reader compares; their code may read a clock. */
function isTiming(source: string, { state, range }: Effect): boolean {
  const line = source.slice(source.lastIndexOf('\n', range.from - 1) + 1);
  const isMagic =
    (source[range.from] === '%' || /^\s*%%/.test(line)) && !SHELL.test(line);
  return state === 'clock' && isMagic;
}
