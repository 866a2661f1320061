// Sections as text to be pasted elsewhere.
import type { Section } from './section';

/** Columns set apart by tabs, so that a table program reads them too. */
export function sectionText(section: Section): string {
  const { empty, rows, title, unknown } = section;
  const lines = rows.map(({ cells }) => cells.map(oneLine).join('\t'));
  return [
    title,
    ...(lines.length > 0 ? [headLine(section), ...lines] : [empty]),
    ...unknown
  ]
    .filter(line => line !== '')
    .join('\n');
}

function headLine({ head }: Section): string {
  return head.join('\t');
}

/** A heading and a table. */
export function sectionMarkdown(section: Section): string {
  const { empty, head, rows, title, unknown } = section;
  const width = rows[0]?.cells.length ?? 0;
  const titles = head.length > 0 ? head : Array<string>(width).fill('');
  const table =
    rows.length === 0
      ? [escaped(empty)].filter(line => line !== '')
      : [
          tableLine(titles),
          `|${' --- |'.repeat(width)}`,
          ...rows.map(({ cells }) => tableLine(cells))
        ];
  const notes = unknown.map(sentence => `- ${escaped(sentence)}`);
  return [`## ${escaped(title)}`, table.join('\n'), notes.join('\n')]
    .filter(part => part !== '')
    .join('\n\n');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.map(escaped).join(' | ')} |`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Text that Markdown shows as it is. */
function escaped(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|~#&]/g, sign => `\\${sign}`);
}
