// Holds what cells do in thought against what Python does with them.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { analysePython, dryRuns } from '../analysis';

const root = join(__dirname, '..', '..');
const venv = join(root, '.venv', 'bin', 'python');
const python = existsSync(venv) ? venv : 'python3';

/** Runs cells in one namespace and writes values of plain types as JSON texts. */
const PROGRAM = `
import contextlib, io, json, sys
def plain(v, depth=0):
    if v is None or isinstance(v, bool): return {None: 'null', True: 'true', False: 'false'}[v]
    if isinstance(v, str): return json.dumps(v, ensure_ascii=False)
    if isinstance(v, (int, float)): return repr(v)
    if type(v) in (list, tuple): return type(v).__name__ + '(' + ','.join(plain(x) for x in v) + ')'
    if type(v).__name__ in ('dict', 'Counter', 'OrderedDict'):
        return type(v).__name__ + '(' + ','.join(['null'] + [plain(x) for p in v.items() for x in p]) + ')'
    raise TypeError
answers = []
for cells in json.load(sys.stdin):
    space = {'__name__': '__main__'}
    out = []
    for source in cells:
        text = io.StringIO()
        failed = None
        with contextlib.redirect_stdout(text):
            try: exec(compile(source, 'cell', 'exec'), space)
            except BaseException as e: failed = type(e).__name__ + ': ' + str(e)
        values = {}
        for name, value in space.items():
            try: values[name] = plain(value)
            except Exception: pass
        out.append({'failed': failed is not None, 'error': failed, 'text': text.getvalue(), 'values': values})
    answers.append(out)
json.dump(answers, sys.stdout)
`;

/** What one cell did. */
export type Answer = {
  readonly failed: boolean;
  /** What it raised; null or missing where it raised nothing. */
  readonly error?: string | null;
  readonly text: string;
  /** Plain values by name, as texts. */
  readonly values: { readonly [name: string]: string };
};

/** What Python does with the cells of each notebook. */
export function ask(notebooks: readonly (readonly string[])[]): Answer[][] {
  const input = JSON.stringify(notebooks);
  const options = { input, encoding: 'utf8', maxBuffer: 2 ** 27 } as const;
  return JSON.parse(execFileSync(python, ['-c', PROGRAM], options));
}

/** What is known wrongly: names and texts that Python has otherwise; with the share of cells that were followed. */
export function held(cells: readonly string[], answers: readonly Answer[]) {
  const dry = dryRuns()();
  const wrong: string[] = [];
  let followed = 0;
  cells.forEach((source, index) => {
    const answer = answers[index];
    if (!answer) {
      throw new Error('No answer');
    }
    const hasFailed = answer.failed;
    const step = dry.run(source, analysePython(source), { hasFailed });
    // What this release alone refuses stops nowhere in particular.
    const isRefused = answer.error?.startsWith('SyntaxError') ?? false;
    if (step?.error && !isRefused && step.error !== answer.error) {
      wrong.push(`${source}\nraises ${step.error} for ${answer.error}`);
    }
    if (step && step.raises === !answer.failed) {
      wrong.push(`${source}\nraises ${step.raises}`);
    }
    if (step && !step.raises) {
      followed += 1;
      const shown = step.shown?.replace(/\0?→ [^\0]*$/, '').replace(/\0/g, '');
      if (shown !== undefined && shown !== answer.text) {
        wrong.push(`${source}\nshows ${shown} for ${answer.text}`);
      }
    }
    for (const [name, value] of Object.entries(answer.values)) {
      const known = dry.valueOf(name);
      if (known !== null && known !== value && !/class|#/.test(known)) {
        wrong.push(`${source}\n${name} = ${known} for ${value}`);
      }
    }
  });
  return { wrong, followed };
}
