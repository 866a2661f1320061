// Statements that failed and were seen to change nothing: a fresh run comes to the same, and what they would have replaced stays.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

/** The verdict of a reader below a change that was done twice and a statement that failed, of which the kernel told what it left. */
const verdictAfter = (
  failing: string,
  report: { readonly unchanged?: string[]; readonly changed?: string[] }
): string | undefined =>
  told(
    aNotebook()
      .cell('a', 'from bank import Account\nx = Account(1)')
      .cell('b', 'x.balance += 1')
      .cell('c', failing)
      .cell('d', 'x.balance')
      .run('a')
      .run('b', null, { report: { changed: ['x'] } })
      .run('b', null, { report: { changed: ['x'] } })
      .run('c', null, {
        status: 'error',
        output: 'Refusal: no',
        report,
        tells: { failedLine: 1 }
      })
      .run('d', null, { output: '3', report: { unchanged: ['x'] } })
  )[3]?.split(' ')[1];

it.each(['x.balance = -1', 'x.balance = 3\ny = 1'])(
  'leave the change above as it was: %j',
  failing => {
    expect(verdictAfter(failing, { unchanged: ['x'] })).toBe('differs');
  }
);

it('replace what was there where they were seen to change it', () => {
  expect(verdictAfter('x.balance = 3', { changed: ['x'] })).toBe('same');
});
