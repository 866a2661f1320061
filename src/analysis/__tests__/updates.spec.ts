import { changed, readOf } from './summary';

it.each([
  ['df["r"] = df["a"] / df["b"]', 'df["r"]!'],
  ['df.r = 1', 'df["r"]!'],
  ['a[0] = 1', 'a[0]!'],
  ['a[i] = 1', 'a+'],
  ['a["x"]["y"] = 1', 'a["x"]+'],
  ['df["x"] += 1', 'df["x"]+'],
  ['x.count += 1', 'x["count"]+'],
  ['df["x"] = df["x"].fillna(0)', 'df["x"]+'],
  ['df["x"] = df.sum(axis=1)', 'df["x"]+'],
  ['df["x"] = range(len(df))', 'df["x"]!'],
  ['t = df["x"]\ndf["x"] = t * 2', 'df["x"]+'],
  [
    'for i in r:\n    df["x"] = df["y"]\n    df["y"] = i',
    'r~ df["x"]! df["y"]+'
  ],
  ['df.loc[m > 1, "x"] = 0', 'df["x"]+'],
  ['df.loc[k, "x"] = 0', 'df+'],
  ['del d["x"]', 'd["x"]+'],
  ['for x.y in z: pass', 'z~ x["y"]!'],
  ['setattr(x, "y", 1)', 'x["y"]+'],
  ['a = []\na.append(1)\na[0] = 2', ''],
  ['if c: a = []\na.append(1)', 'a+'],
  ['a, b = c, d\na.append(1)', 'c+'],
  ['a, b = b, a\na.append(1)', ''],
  ['with f as g:\n    g.write(x)', 'f+'],
  ['try: pass\nexcept E as e: kept = e\nkept.x = 1', 'kept["x"]!']
])('syntax that changes values: %j: %s', (source, expected) => {
  expect(changed(source)).toBe(expected);
});

it.each([
  ['a.append(b)', 'a+'],
  ['b = a.add(c)', 'a~'],
  ['d["x"].update(e)', 'd["x"]+'],
  ['x = a.pop()', 'a+'],
  ['df.drop(columns="a", inplace=True)', 'df+'],
  ['df.drop(columns="a", inplace=False)', ''],
  ['df.drop(columns="a")', ''],
  ['df.insert(0, "a", b)', 'df+'],
  ['model.fit(X, y)', 'model!'],
  ['model.fit(model.predict(X))', 'model+'],
  ['model.fit(X, epochs=3)', 'model+'],
  ['model.partial_fit(X)', 'model+'],
  ['p = model.predict(X)', ''],
  ['random.shuffle(a)', 'a+'],
  ['np.random.shuffle(a)', 'a+'],
  ['rng.shuffle(a)', 'rng+ a+'],
  ['rng.normal(size=3)', 'rng+'],
  ['heapq.heappush(h, x)', 'h+'],
  ['from heapq import heappush as push\npush(h, x)', 'h+'],
  ['np.fill_diagonal(a, 0)', 'a+'],
  ['np.add(a, b, out=c)', 'c+'],
  ['np.sort(a)', ''],
  ['a.sort()', 'a+'],
  ['string.append(a)', 'string+'],
  ['next(it)', 'it+'],
  ['writer.writerow(row)', 'writer+'],
  ['cursor.execute("select 1")', 'cursor.#rows!'],
  ['model.eval()', 'model+'],
  ['df.eval("a + b")', ''],
  ['optimizer.step()', 'optimizer+'],
  ['array.put(0, 1)', 'array+'],
  ['nn.init.xavier_uniform_(w)', 'w+'],
  ['list(it)', 'it~'],
  ['for x in it: pass', 'it~'],
  ['[x for x in it]', 'it~'],
  ['for i, (a, b) in it: pass\nb.append(a)', 'it~ it~'],
  ['for x in it: y = x\ny.append(1)', 'it~ it~ y+'],
  ['ax.plot(a)', 'ax+'],
  ['df.plot()', ''],
  ['plt.plot(a)', ''],
  ['ax.set_title("a")', 'ax.=set_title()!'],
  ['df.set_index("a")', ''],
  ['print(a, len(b), sum(c))', ''],
  ['f(a, b.c, d["x"], [e], k=g, *h)', 'a~ b["c"]~ d["x"]~ e~ g~ h~'],
  ['f(a + 1, -b, c())', ''],
  ['f(x for x in xs)', 'xs~'],
  ['a.unheard_of(b)', 'a~ b~'],
  ['make().fit(a)', '']
])('calls that change values: %j: %s', (source, expected) => {
  expect(changed(source)).toBe(expected);
});

it.each([
  ['b = a\nb.append(1)', 'a+'],
  ['b = a\nb["x"] = 1', 'a["x"]!'],
  ['b = a["x"]\nb[0] = 1', 'a["x"]~'],
  ['for row in rows: row.append(1)', 'rows~ rows~'],
  ['for k, v in d.items(): v.append(k)', 'd~'],
  ['a = b; b = a\nb.append(1)\na.append(1)', ''],
  ['b = a\nb = []\nb.append(1)', '']
])('changes under another name: %j: %s', (source, expected) => {
  expect(changed(source)).toBe(expected);
});

it('does not count what is surely changed as read besides', () => {
  expect(readOf('a.append(b)\ndf["x"] = 1\nmodel.fit(X)')).toBe('b X');
});
