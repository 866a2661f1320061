import { analysePython } from '../../analysis';
import { preparing } from '../preparing';

describe('preparing', () => {
  it('prepares an analysis that is remembered once for all computations', () => {
    const analysis = analysePython('x = 1');
    const [one, other] = [preparing(() => analysis), preparing(() => analysis)];
    expect(other('x = 1')).toBe(one('x = 1'));
  });

  it('tells sources apart of which somebody says the same', () => {
    const analysis = analysePython('');
    const prepare = preparing(() => analysis);
    prepare('one');
    expect(prepare('other').source).toBe('other');
    expect(prepare('one').source).toBe('one');
  });

  it('leaves the analysis as it looked', () => {
    const analysis = analysePython('x = y');
    const before = JSON.stringify(analysis);
    preparing(() => analysis)('x = y');
    expect(JSON.stringify(analysis)).toBe(before);
    expect({ ...analysis }).toEqual({ ...analysePython('x = y') });
  });
});
