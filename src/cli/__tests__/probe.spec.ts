// retrace probe: byte for byte what the extension sends.
import { languages } from '../../languages';
import { retrace } from './terminal';

it.each(languages.flatMap(({ id, probe }) => (probe ? [{ id, probe }] : [])))(
  'prints the probe of $id with nothing before or after it',
  ({ id, probe }) => {
    expect(retrace(['probe', id])).toEqual({
      code: 0,
      out: probe.source,
      err: ''
    });
  }
);

it.each([[[]], [['cobol']], [['python', 'python']]])(
  'lists the languages when asked for %j',
  args => {
    const said = retrace(['probe', ...args]);
    expect(said.code).toBe(2);
    expect(said.err).toContain('Known languages: python, r.');
  }
);
