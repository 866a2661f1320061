// Which day it is: what shows it comes out again on the same day, and on no other.
import { analysePython } from '../../analysis';
import { isSameDay } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { forecast } from '..';

const TODAY = 'from datetime import date\nd = date.today()';

function told(...sources: readonly string[]) {
  const notebook = aNotebook();
  sources.forEach((source, index) => {
    const id = 'abc'[index] ?? '';
    notebook.cell(id, source).run(id, null, { output: source });
  });
  const built = notebook.build();
  const ranAt = built.runs[0]?.executions[0]?.startedAt ?? '';
  const on = (now: string | null) =>
    forecast({
      ...built,
      analyse: analysePython,
      ...(now === null
        ? {}
        : { isToday: (moment: string) => isSameDay(moment, now) })
    }).cells.map(({ verdict, causes, advice = [] }) =>
      [
        verdict,
        ...causes.map(({ kind }) => kind),
        ...advice.map(({ kind }) => `(${kind})`)
      ].join(' ')
    );
  const later = new Date(Date.parse(ranAt) + 36 * 3600 * 1000).toISOString();
  return { sameDay: on(ranAt), later: on(later), unknown: on(null) };
}

it('a date comes out again on its day, with a word about other days', () => {
  const { later, sameDay, unknown } = told(TODAY, 'print(d)', 'print(1)');
  expect(sameDay).toEqual(['same (clock)', 'same (clock)', 'same']);
  expect(later).toEqual(['random clock', 'random clock', 'same']);
  expect(unknown).toEqual(later);
});

it('a time of day comes out again at no time', () => {
  const { sameDay } = told(
    'from datetime import datetime',
    'print(datetime.now(), datetime.today())'
  );
  expect(sameDay).toEqual(['same', 'random clock']);
});

it('a date that was read through its module is one too', () => {
  const { sameDay } = told('import datetime', 'print(datetime.date.today())');
  expect(sameDay).toEqual(['same', 'same (clock)']);
});

it.each([
  'print(datetime.now().year)',
  'print(datetime.today().date(), 1)',
  'datetime.now().strftime("%Y-%m-%d")',
  'import time\nprint(time.strftime("%d.%m.%Y"))',
  '!date +%F',
  '!date "+%d.%m.%Y"'
])('what shows nothing but the day is a date: %j', source => {
  const { sameDay, later } = told('from datetime import datetime', source);
  expect(sameDay[1]).toBe('same (clock)');
  expect(later[1]).toBe('random clock');
});

it.each([
  'print(datetime.now().hour)',
  'print(datetime.now().year, datetime.now())',
  'datetime.now().strftime("%Y-%m-%d %H:%M")',
  'import time\nprint(time.strftime("%c"))',
  '!date',
  '!date +%s',
  '!echo hi && date',
  '%%bash\nls\ndate',
  '!uptime',
  '!ps aux | head'
])('what shows more is no date: %j', source => {
  const { sameDay } = told('from datetime import datetime', source);
  expect(sameDay[1]).toMatch(/^random clock/);
});

it.each([
  '!date -d "2020-01-01" +%s',
  '!date -r a.txt',
  '!echo "date"',
  '!python date.py',
  '!cat date',
  '!echo $HOME'
])('no clock is read by %j', source => {
  expect(told('from datetime import datetime', source).sameDay[1]).toBe('same');
});

it.each([
  '!echo $RANDOM',
  '!uuidgen',
  '!shuf -n 1 a.txt',
  '!ssh-keygen -f key',
  '!openssl rand -hex 4'
])('chance is asked by %j', source => {
  const { sameDay } = told('from datetime import datetime', source);
  expect(sameDay[1]).toBe('random unseeded');
});
