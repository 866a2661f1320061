// Parameters and metrics of a run as a section, with what the user pinned and hid.
import type { NamedValue, RunFacts } from '../../facts';
import { assertNever, type Translator } from '../../model';
import type { Section, SectionRow } from '../sections';
import { scalarText } from './words';

/** Names that the user wants first, and names that are not to be shown. */
export type ValueChoice = {
  readonly pinned: readonly string[];
  readonly hidden: readonly string[];
};

/** Nothing chosen. */
export const NO_CHOICE: ValueChoice = { pinned: [], hidden: [] };

/** Pinned names first, then parameters, metrics and the rest; hidden ones only on demand. */
export function valuesSection(
  { executions, values }: RunFacts,
  choice: ValueChoice,
  showsHidden: boolean,
  translator: Translator
): Section {
  const isPinned = (name: string): boolean => choice.pinned.includes(name);
  const isHidden = (name: string): boolean => choice.hidden.includes(name);
  const shown = values
    .filter(({ name }) => showsHidden || !isHidden(name))
    .map(each => ({ each, rank: rankOf(each, isPinned(each.name)) }))
    .sort((one, other) => one.rank - other.rank);
  const count = (role: NamedValue['role']): number =>
    values.filter(each => each.role === role).length;
  const wasLookedAt = executions.some(
    ({ execution }) => execution.report?.scalars !== undefined
  );
  return {
    id: 'values',
    title: translator.__('Parameters and metrics'),
    summary:
      values.length === 0
        ? ''
        : [
            translator._n('%1 parameter', '%1 parameters', count('parameter')),
            translator._n('%1 metric', '%1 metrics', count('metric'))
          ].join(', '),
    head: [
      translator.__('Name'),
      translator.__('Value'),
      translator.__('Kind'),
      translator.__('Before')
    ],
    rows: shown.map(({ each }) =>
      valueRow(each, isHidden(each.name), translator)
    ),
    empty: wasLookedAt
      ? translator.__('No number or short text was bound to a name.')
      : translator.__(
          'Not known, because the kernel did not report the values of names.'
        ),
    unknown: []
  };
}

/** What was pinned, then metrics and parameters by themselves, before those that are parts of a value. */
function rankOf({ name, role }: NamedValue, isPinned: boolean): number {
  const own = { parameter: 1, metric: 2, other: 5 }[role];
  return isPinned ? 0 : role !== 'other' && name.includes('.') ? own + 2 : own;
}

function valueRow(
  { name, role, value, values }: NamedValue,
  isHidden: boolean,
  translator: Translator
): SectionRow {
  const before = values.slice(0, -1).map(each => scalarText(each.value));
  const most = 5;
  return {
    key: name,
    cells: [
      name,
      scalarText(value),
      roleText(role, translator),
      [...(before.length > most ? ['…'] : []), ...before.slice(-most)].join(
        ' → '
      )
    ],
    executionIds: values.map(({ executionId }) => executionId),
    ...(isHidden && { tone: 'quiet' as const })
  };
}

function roleText(role: NamedValue['role'], translator: Translator): string {
  switch (role) {
    case 'parameter':
      return translator.__('parameter');
    case 'metric':
      return translator.__('metric');
    case 'other':
      return translator.__('value');
    default:
      return assertNever(role);
  }
}
