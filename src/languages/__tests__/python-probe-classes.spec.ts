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
car = Car()
cars = [car, 1, Car()]
def dearer():
    car.raise_by(5)`;

const cells = [
  'car.raise_by(10)',
  'dearer()',
  'car.touch()',
  'super(type(car), car).__init__()\ntype(car).__mro__[1].made = 7',
  'for one in cars[::2]:\n    one.count()'
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
    ['by way of a list', 4, ['Shape']]
  ] as const)('tells which classes it changes: %s', (_, index, changed) => {
    expect(reports[index]?.changed).toEqual(
      expect.arrayContaining([...changed])
    );
    expect(reports[index]?.changed).not.toContain('car');
    expect(reports[index]?.unchanged).toContain(index === 4 ? 'cars' : 'car');
  });

  it('tells that classes stay as they are', () => {
    expect(reports[2]?.unchanged).toEqual(['Car', 'Shape', 'car', 'cars']);
  });
});
