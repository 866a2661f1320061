// Classes of the notebook that a cell does not name: what instances have of them changes with them.
import { hasKernel, reportOf, session, unhurried } from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

const classes = `class Shape:
    made = 0
class Car(Shape):
    price = 100
    @classmethod
    def raise_by(cls, n):
        cls.price += n
    def count(self):
        Shape.made += 1
    def touch(self):
        return self
    def note(self):
        raised.append(1)
car = Car()
cars = [car, 1, Car()]
parked = {"a": [car]}
raised = []
from collections import deque
waiting = deque([car])
def dearer():
    car.raise_by(5)`;

const cells = [
  'car.raise_by(10)',
  'dearer()',
  'car.touch()',
  'super(type(car), car).__init__()\ntype(car).__mro__[1].made = 7',
  'for one in cars[::2]:\n    one.count()',
  'parked["a"][0].raise_by(1)',
  'waiting[0].raise_by(1)',
  '[one.note() for one in cars[::2]] and None'
];

inKernel('a cell that names instances', () => {
  const reports = hasKernel
    ? session([unhurried, classes, ...cells])
        .slice(2)
        .map(messages => reportOf(messages).report)
    : [];

  it.each([
    ['by a method of theirs', 0, ['Car']],
    ['by a function that knows them', 1, ['Car']],
    ['by nothing', 2, []],
    ['by way of their type', 3, ['Shape']],
    ['by way of a list', 4, ['Shape']],
    ['by way of a list in a dictionary', 5, ['Car']],
    ['by way of a queue', 6, ['Car']],
    ['by what their methods name', 7, ['raised']]
  ] as const)('tells which classes it changes: %s', (_, index, changed) => {
    expect(reports[index]?.changed).toEqual(
      expect.arrayContaining([...changed])
    );
    expect(reports[index]?.changed).not.toContain('car');
    expect(reports[index]?.unchanged).toContain(
      index === 4 || index === 7 ? 'cars' : 'car'
    );
  });

  it('tells that classes stay as they are', () => {
    expect(reports[2]?.unchanged).toEqual([
      'Car',
      'Shape',
      'car',
      'cars',
      'parked',
      'raised',
      'waiting'
    ]);
  });
});
