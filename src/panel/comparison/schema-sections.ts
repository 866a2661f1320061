// How the shape and the columns of the data differ between two runs.
import type { RunComparison, SchemaChange } from '../../facts';
import { assertNever, type Translator } from '../../model';
import type { Section, SectionRow } from '../sections/section';
import { headOf, toneOf } from './head-and-tone';

/** One section, or none where no schema differs. */
export function schemaSections(
  comparison: RunComparison,
  translator: Translator
): readonly Section[] {
  const rows = comparison.schemas.flatMap(({ changes, name }) =>
    changes.map((change, index) => schemaRow(name, change, index, translator))
  );
  return rows.length === 0
    ? []
    : [
        {
          id: 'schemas',
          title: translator.__('Schema of the data'),
          summary: '',
          head: headOf(translator.__('Name'), comparison, translator),
          rows,
          empty: '',
          unknown: []
        }
      ];
}

function schemaRow(
  name: string,
  change: SchemaChange,
  index: number,
  translator: Translator
): SectionRow {
  const row = (title: string, before: string, after: string): SectionRow => ({
    key: `${name} ${index}`,
    cells: [title, before, after],
    tone: toneOf(before || null, after || null)
  });
  switch (change.kind) {
    case 'kind':
      return row(name, change.before, change.after);
    case 'shape':
      return row(name, change.before, change.after);
    case 'column-added':
      return row(`${name}["${change.column}"]`, '', translator.__('there'));
    case 'column-removed':
      return row(`${name}["${change.column}"]`, translator.__('there'), '');
    case 'type':
      return row(`${name}["${change.column}"]`, change.before, change.after);
    default:
      return assertNever(change);
  }
}
