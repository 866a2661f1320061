// Methods that set a part of their receiver: to run them twice changes nothing, and what they set is seen.
import { aNotebook } from '../../testing/run-builder';
import { told } from './told';

/** The verdict on the last of some cells, which ran as the letters say. */
function after(sources: Record<string, string>, ran: string): string {
  const notebook = aNotebook();
  Object.entries(sources).forEach(([id, source]) => notebook.cell(id, source));
  [...ran].forEach(id => notebook.run(id, null, { output: sources[id] ?? '' }));
  return told(notebook).pop()?.split(' ')[1] ?? '';
}

const MAKE = {
  'fig, ax': 'import matplotlib.pyplot as plt\nfig, ax = plt.subplots()',
  fig: 'import plotly.express as px\nfig = px.line(x=[1, 2], y=[3, 4])'
};

it.each([
  [MAKE['fig, ax'], 'ax.set_title("x")\nax.get_title()', 'same'],
  [MAKE['fig, ax'], 'ax.set(xlabel="x", ylabel="y")\nax', 'same'],
  [MAKE['fig, ax'], 'ax.plot([1, 2])\nfig', 'differs'],
  [MAKE['fig, ax'], 'ax.set(**options)\nax', 'differs'],
  [MAKE.fig, 'fig.update_layout(title="T", height=300)\nfig', 'same'],
  [MAKE.fig, 'fig.update_xaxes(title="x")\nfig', 'same'],
  [MAKE.fig, 'fig.add_hline(y=2)\nfig', 'differs'],
  [MAKE['fig, ax'], 'ax.set("key", 3)\nax', 'differs']
])('%j, then %j twice: %s', (make, set, verdict) => {
  expect(after({ a: `options = {}\n${make}`, b: set }, 'abb')).toBe(verdict);
});

it('shows what another cell set of the same part', () => {
  const sources = {
    a: MAKE['fig, ax'],
    b: 'ax.set_title("x")',
    c: 'ax.set_title("y")',
    d: 'ax.get_title()'
  };
  expect(after(sources, 'abcd')).toBe('same');
  expect(after(sources, 'acbd')).toBe('differs');
});

it.each(['ax.title.get_text()', 'ax.title', 'fig.axes[0].get_title()', 'fig'])(
  'is seen by %j',
  reader => {
    const sources = {
      a: MAKE['fig, ax'],
      b: 'ax.set_title("x")',
      c: 'ax.set_title("y")',
      d: reader
    };
    expect(after(sources, 'abcd')).toBe('same');
    expect(after(sources, 'abccd')).toBe('same');
    expect(after(sources, 'acbd')).toBe('differs');
  }
);

it('does not take one axes of several for replaced', () => {
  const sources = {
    a: 'import matplotlib.pyplot as plt\nfig, axes = plt.subplots(2)',
    b: 'axes[0].plot([1, 2])',
    c: 'axes[0].set_title("x")',
    d: 'fig, axes[0]'
  };
  expect(after(sources, 'abbcd')).toBe('differs');
});

it('a cursor that is asked again tells no more of what it told before', () => {
  const sources = {
    a: 'import sqlite3\ncon = sqlite3.connect(":memory:")\ncur = con.cursor()\ncur.execute("CREATE TABLE t (a INT)")',
    b: 'cur.execute("SELECT a FROM t")\nprint(cur.fetchall())',
    c: 'cur.execute("INSERT INTO t VALUES (1)")',
    d: 'for row in cur.execute("SELECT a FROM t"):\n    print(row)'
  };
  expect(after(sources, 'abcd')).toBe('same');
  expect(after(sources, 'acbbd')).toBe('same');
  expect(after(sources, 'abccd')).toBe('differs');
});
