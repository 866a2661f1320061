// Random notebooks under random renames and edits: what a forecast calls the same, Python shows again; a rename in all cells
// leaves what does not bind the name as it is.
import { analysePython } from '../../analysis';
import { ask, type Answer } from '../../testing/python-answers';
import { aNotebook } from '../../testing/run-builder';
import { seededRandom } from '../../testing/truth/schedules';
import { forecast } from '..';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const OTHER = 'zz';

type Random = <One>(list: readonly One[]) => One;

function chooser(seed: number): Random {
  const random = seededRandom(seed);
  return list => list[Math.floor(random() * list.length)] as never;
}

/**
 * Statements over lists of numbers and functions of them; `i` and `t` are locals wherever they stand. No two names share a list,
 * and no name is bound on some ways only: without a probe, a forecast does not follow that.
 */
function statement(choose: Random): string {
  const [x, y, z] = [choose(NAMES), choose(NAMES), choose(NAMES)];
  const n = choose([0, 1, 2, 3]);
  const f = choose(['f', 'g']);
  return choose([
    `${x} = [${n}, 2]`,
    `${x} = ${y} + [${n}]`,
    `${x} = ${y} + ${z}`,
    `${x} = [i + ${n} for i in ${y}]`,
    `${x}.append(${n})`,
    `${x} += [${n}]`,
    `${x}[0] = ${n}`,
    `${x} = ${y}[:]\n${x}.reverse()`,
    `${x}, ${y} = ${y}[:], ${x}[:]`,
    `for ${x} in [${y}[:], ${z}[:]]:\n    print(${x})`,
    `if ${n} in ${y}:\n    ${x} = [${n}]\nelse:\n    ${x} = ${z}[:]`,
    `def ${f}(p):\n    t = p + ${x}\n    return t[${n % 2}:]`,
    `def ${f}(p):\n    p.append(${n})\n    ${x}.append(${n})\n    return p[:]`,
    `def ${f}(p):\n    global ${x}\n    ${x} = [${n}]\n    return p[:]`,
    `${x} = ${f}(${y})`,
    `${f}(${y})`,
    `print(${f}(${y}))`,
    `print(${x}, ${y})`,
    `print(f"{${x}} and {len(${y})}")`,
    `print(f"{${x}=}")`,
    `print(sum(len(i) for i in [${x}, ${y}]))`,
    `import math as ${x}_m\nprint(${x}_m.floor(${n}.5))`,
    `${x} = list(map(lambda q: q + ${n}, ${y}))`,
    `assert len(${x}) >= 0`,
    `print(globals()["${x}"])`
  ]);
}

function notebookOf(choose: Random): string[] {
  const cells = Array.from({ length: 8 }, () =>
    Array.from({ length: choose([1, 1, 2, 3]) }, () => statement(choose)).join(
      '\n'
    )
  );
  const start = NAMES.map((name, index) => `${name} = [${index}, 1]`);
  const functions =
    'def f(p):\n    return p + [1]\ndef g(p):\n    return p[:1] + a';
  return [start.join('\n'), functions, ...cells];
}

const renamed = (source: string, name: string): string =>
  source.replace(new RegExp(`(?<![\\w."])${name}(?!\\w)`, 'g'), OTHER);

/** The document after an edit, and the name that has another name in all of it; null where there is none such. */
function edited(cells: readonly string[], choose: Random) {
  const name = choose(NAMES);
  const at = choose(cells.map((_, index) => index));
  return choose([
    () => ({ document: cells.map(cell => renamed(cell, name)), whole: name }),
    () => ({
      document: cells.map((cell, index) =>
        index === at ? renamed(cell, name) : cell
      ),
      whole: null
    }),
    () => ({
      document: cells.map((cell, index) =>
        index >= at ? renamed(cell, name) : cell
      ),
      whole: null
    }),
    () => ({
      document: cells.map((cell, index) =>
        index === at
          ? cell.replace(/\d/, found => `${Number(found) + 1}`)
          : cell
      ),
      whole: null
    }),
    () => ({
      document: cells.map((cell, index) =>
        index === at ? `${statement(choose)}\n${cell}` : cell
      ),
      whole: null
    })
  ])();
}

function verdictsOf(
  cells: readonly string[],
  document: readonly string[],
  answers: readonly Answer[]
): readonly string[] {
  const notebook = aNotebook();
  cells.forEach((source, index) => notebook.cell(`c${index}`, source));
  answers.forEach(({ text }, index) =>
    notebook.run(`c${index}`, null, text === '' ? {} : { output: text })
  );
  document.forEach((source, index) => notebook.edit(`c${index}`, source));
  const input = { ...notebook.build(), analyse: analysePython };
  return forecast(input).cells.map(({ verdict }) => verdict);
}

const writtenBy = (source: string): ReadonlySet<string> => {
  const { bindings, updates } = analysePython(source);
  return new Set([...bindings, ...updates].map(({ name }) => name));
};

describe('forecasts of random notebooks', () => {
  const cases = Array.from({ length: 300 }, (_, seed) => {
    const choose = chooser(seed + 1);
    const cells = notebookOf(choose);
    return { cells, ...edited(cells, choose) };
  });
  const before = ask(cases.map(({ cells }) => cells));
  const after = ask(cases.map(({ document }) => document));
  const whole = cases
    .map((one, index) => ({
      ...one,
      was: before[index] ?? [],
      will: after[index] ?? []
    }))
    .filter(({ was }) => was.every(({ failed }) => !failed));

  it('call the same what Python shows again', () => {
    expect(whole.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    for (const { cells, document, was, will } of whole) {
      verdictsOf(cells, document, was).forEach((verdict, index) => {
        const [one, other] = [was[index], will[index]];
        const isSame = one?.text === other?.text && other?.failed === false;
        if (verdict === 'same' && !isSame) {
          wrong.push(
            `${cells.map((cell, i) => (cell === document[i] ? cell : `${cell}\n# becomes\n${document[i]}`)).join('\n# --\n')}\n# at ${index}: ${one?.text} ${other?.text}`
          );
        }
      });
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  it('call the same what does not bind a name that is another in all cells', () => {
    const wrong: string[] = [];
    let seen = 0;
    for (const { cells, document, whole: name, was } of whole) {
      if (name === null || /globals|=\}/.test(cells.join('\n'))) {
        continue;
      }
      verdictsOf(cells, document, was).forEach((verdict, index) => {
        const source = cells[index] ?? '';
        const keeps = /\bdef\b|\blambda\b|_m\b/.test(source);
        if (!writtenBy(source).has(name) && !keeps) {
          seen += 1;
          if (verdict !== 'same') {
            wrong.push(
              `${name} at ${index}: ${verdict}\n${cells.join('\n# --\n')}`
            );
          }
        }
      });
    }
    expect(seen).toBeGreaterThan(100);
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
