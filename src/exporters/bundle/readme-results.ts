// What a reader of a bundle should see when it runs.
import type { Output } from '../../model';
import { fenced, inline } from './markdown';
import { mayDiffer } from './manifest';
import type { Subject } from './subject';

/** Lines of text that are shown of one cell, and cells of which something is shown. */
const LINES = 8;
const CELLS = 40;

/** The text and figures of every cell that showed something, the last ones where there are many. */
export function expectedResults(subject: Subject): string[] {
  const { figures, record, steps } = subject;
  const shown = steps.flatMap((each, index) => {
    const outputs = record.outputs.get(each.step.executionId)?.outputs ?? [];
    const text = textOf(outputs);
    const pictures = figures.filter(figure => figure.stepIndex === index);
    return text || pictures.length > 0 ? [{ each, text, pictures }] : [];
  });
  const listed = shown.slice(-CELLS);
  return [
    ...(listed.length < shown.length
      ? [
          `The last ${CELLS} of ${shown.length} cells that showed something:`,
          ''
        ]
      : []),
    ...listed.flatMap(({ each, pictures, text }) => {
      const reason = mayDiffer(each);
      return [
        `**${inline(each.label)}**${reason ? ` (may differ: ${reason})` : ''}`,
        '',
        ...(text ? [...fenced(shortened(text)), ''] : []),
        ...pictures.flatMap(({ path }) => [
          `![a figure of ${inline(each.label)}](${path})`,
          ''
        ])
      ];
    })
  ];
}

function textOf(outputs: readonly Output[]): string {
  return outputs
    .flatMap(output => {
      if (output.output_type === 'stream') {
        return output.name === 'stdout' ? [output.text.replace(/\n$/, '')] : [];
      }
      if (output.output_type === 'error') {
        return [`${output.ename}: ${output.evalue}`];
      }
      const plain = output.data['text/plain'];
      const isFigure = Object.keys(output.data).some(type =>
        type.startsWith('image/')
      );
      return typeof plain === 'string' && !isFigure ? [plain] : [];
    })
    .join('\n')
    .replace(/[^\n\P{Cc}]/gu, '')
    .replace(/^\n+|\s+$/g, '');
}

function shortened(text: string): string {
  const lines = text.split('\n');
  const kept = lines.slice(0, LINES).map(line => line.slice(0, 160));
  return [
    ...kept,
    ...(lines.length > LINES ? [`… ${lines.length - LINES} more lines`] : [])
  ].join('\n');
}
