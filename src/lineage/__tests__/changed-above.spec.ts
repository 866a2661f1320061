// A class that the kernel saw change with the one above it: what it is made from is as it was, what it inherits is not.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

const CLASSES = [
  'class Dog:',
  '    count = 0',
  '    def __init__(self):',
  '        Dog.count += 1',
  'class Pup(Dog):',
  '    pass',
  'class Toy(Pup):',
  '    pass'
].join('\n');

const made = {
  report: {
    bound: ['a'],
    changed: ['Dog', 'Pup', 'Toy'],
    types: { a: '__main__.Dog' }
  }
};

/** The verdict of code behind a cell that made an instance twice, of which a fresh run makes one. */
const verdictOf = (source: string): string | undefined =>
  told(
    aNotebook()
      .cell('a', CLASSES)
      .cell('b', 'a = Dog()')
      .cell('c', source)
      .run('a')
      .run('b', null, made)
      .run('b', null, made)
      .run('c', null, { output: '1', report: { unchanged: ['Dog', 'Pup'] } })
  )[2]?.split(' ')[1];

it.each(['Pup.__mro__', 'issubclass(Pup, Dog)', 'Toy.__bases__'])(
  'is as it was: %j',
  source => {
    expect(verdictOf(source)).toBe('same');
  }
);

it.each(['Pup.count', 'Toy.count', 'Toy().count', 'vars(Dog)'])(
  'gives what the class above has: %j',
  source => {
    expect(verdictOf(source)).toBe('differs');
  }
);
