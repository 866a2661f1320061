// What the formats make of advice, of many cells, and of text that would break a line.
import { asCellId } from '../../model';
import type { CheckedFile } from '../check';
import type { Hazard } from '../findings';
import { asGithub } from '../format-github';
import { asText } from '../format-text';

function aFile(parts: Partial<Hazard>): CheckedFile {
  const affected = parts.affected ?? [asCellId('c0')];
  const hazard: Hazard = {
    code: 'RT024',
    name: 'absolute-path',
    severity: 'risk',
    message: '50 % of\r\nit.',
    evidence: [],
    remedy: 'Mend it.',
    place: { index: 0, line: 1, column: 5 },
    affected,
    isAdvice: false,
    ...parts
  };
  const cells = affected.map((cellId, index) => ({
    cellId,
    index,
    verdict: 'same' as const,
    reason: null,
    hazards: [hazard]
  }));
  const checked = { cells, hazards: [hazard], notes: [] };
  return { file: 'a.ipynb', text: '', kind: 'history', checked };
}

it('keeps a finding on one line', () => {
  expect(asText(aFile({})).split('\n')[0]).toBe(
    'a.ipynb:cell[0]:1:5 RT024 50 % of it.'
  );
  expect(asGithub(aFile({}))).toBe(
    '::warning file=a.ipynb,title=RT024::cell[0]:1:5 50 %25 of%0D%0Ait.\n'
  );
});

it('does not count advice as a finding', () => {
  const file = aFile({ isAdvice: true });
  expect(asText(file)).toBe(
    'a.ipynb:cell[0]:1:5 RT024 note: 50 % of it.\n' +
      'a.ipynb: 1 of 1 cell would come out again, 0 findings.\n'
  );
  expect(asGithub(file)).toMatch(/^::notice /);
});

it('names the first of many cells and counts the rest', () => {
  const affected = Array.from({ length: 12 }, (_, index) =>
    asCellId(`c${index}`)
  );
  expect(asText(aFile({ affected })).split('\n')[0]).toMatch(
    / Also affects cell\[1\], .*cell\[8\], 3 more\.$/
  );
});
