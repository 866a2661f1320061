// Making an instance runs what makes those of the classes above, and of no other class.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const CLASSES = [
  'class Refusal(Exception):',
  '    def __init__(self, need):',
  '        super().__init__(f"need {need}")',
  'class Account:',
  '    made = 0',
  '    def __init__(self, balance):',
  '        self.balance = balance',
  '        Account.made += 1',
  '    def take(self, some):',
  '        if some > self.balance:',
  '            raise Refusal(some)',
  '        return self.balance - some',
  'class Savings(Account):',
  '    def __init__(self, balance):',
  '        super().__init__(balance)',
  '    def anew(self):',
  '        super().__init__(0)'
].join('\n');

/** The verdict of a reader of the count behind code that ran twice. */
const verdictBehind = (source: string): string | undefined =>
  told(
    aNotebook()
      .cell('a', CLASSES)
      .cell('b', 'account = Savings(5)')
      .cell('c', source)
      .cell('d', 'Account.made')
      .run('a')
      .run('b')
      .run('c', null, { output: '1' })
      .run('c', null, { output: '1' })
      .run('d', null, { output: '1' })
  )[3]?.split(' ')[1];

it('leaves a class alone that is not among those of what is raised', () => {
  expect(verdictBehind('account.take(3)')).toBe('same');
});

it.each(['Savings(3)', 'account.anew()', 'account.__init__(2)'])(
  'counts for the classes above: %j',
  source => {
    expect(verdictBehind(source)).toBe('differs');
  }
);
