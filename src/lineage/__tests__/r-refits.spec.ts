// Forecasts over cells of R that fit a model anew: its call is kept, and reads what it names as that is by then.
import { verdictOf } from '../../testing/told-of-r';

const MODEL = [
  'd <- mtcars',
  'fit <- lm(mpg ~ wt, data = d)',
  'd <- head(d, 9)'
];

describe('models of R', () => {
  it.each([
    ['update(fit, . ~ . + hp)'],
    ['other <- update(fit, . ~ . + hp)\nother'],
    ['step(fit, trace = 0)'],
    ['drop1(fit)']
  ])('hang on their data as it is when they are fitted anew: %s', refit => {
    const sources = [...MODEL, refit];
    expect(verdictOf(3, sources, [0, 1, 2, 3])).toBe('same');
    expect(verdictOf(3, sources, [0, 1, 3, 2])).toBe('differs');
  });

  it('that were fitted anew are fitted with the same data once more', () => {
    const sources = [
      ...MODEL,
      'other <- update(fit, . ~ hp)',
      'update(other, . ~ wt)'
    ];
    expect(verdictOf(4, sources, [0, 1, 3, 4, 2])).toBe('differs');
  });

  it.each([['coef(fit)'], ['summary(fit)'], ['predict(fit)'], ['tidy(fit)']])(
    'stay as they were fitted: %s',
    look => {
      expect(verdictOf(3, [...MODEL, look], [0, 1, 3, 2])).toBe('same');
    }
  );
});
