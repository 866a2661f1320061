import { analyseNothing } from '..';

it('says that it read nothing', () => {
  const { completeness, normalised } = analyseNothing('a  \r\nb\r\r\n');
  expect([completeness, normalised]).toEqual(['none', 'a\nb']);
});
