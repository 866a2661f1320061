// Text of a stream -> the figures that its lines name. Knows how common libraries write their progress.

/** One figure of a line. */
export type Figure = { readonly name: string; readonly value: number };

/** The figures of one line, and what they are counted by where the line says so. */
export type ProgressLine = {
  /** `epoch`, `step`, `iteration`, `batch`; null where the line has no count. */
  readonly unit: string | null;
  readonly at: number | null;
  readonly figures: readonly Figure[];
};

/** A longer line is no progress line. */
const LONGEST = 1000;
/** Lines that are read of one text. */
const MOST_LINES = 20_000;

/** Lines with at least one figure, in order. A line that was written over counts as it stood at the end. */
export function progressLines(text: string): readonly ProgressLine[] {
  let epoch: number | null = null;
  return text
    .split(/\r?\n/, MOST_LINES)
    .map(asShown)
    .flatMap(line => {
      if (line.length > LONGEST) {
        return [];
      }
      const heading = /^Epoch\s+(\d+)(?:\s*\/\s*\d+)?\s*:?\s*$/i.exec(line);
      epoch = heading ? Number(heading[1]) : epoch;
      const read = heading ? null : lineOf(line);
      const isCounted = read === null || read.at !== null || epoch === null;
      return read === null
        ? []
        : [isCounted ? read : { ...read, unit: 'epoch', at: epoch }];
    });
}

/** Signs that colour text or move the cursor; control characters are named, not written. */
const COLOUR = /\p{Cc}\[[0-9;]*[A-Za-z]/gu;

/** What a terminal shows of a line after its backspaces and returns. */
function asShown(line: string): string {
  let shown = '';
  for (const part of line.replace(/\r+$/, '').split('\r')) {
    const plain = part.replace(COLOUR, '');
    let written = '';
    for (const char of plain) {
      written = char === '\b' ? written.slice(0, -1) : written + char;
    }
    shown = written === '' ? shown : written;
  }
  return shown.trim();
}

function lineOf(line: string): ProgressLine | null {
  const pairs = /^\{.*\}$/.test(line) ? dictPairs(line) : plainPairs(line);
  const leading = leadingCount(line);
  const count = leading ?? pairs.find(({ name }) => UNITS.test(name)) ?? null;
  const figures = pairs.filter(({ name }) => !IGNORED.test(name));
  return figures.length === 0
    ? null
    : {
        unit: count ? unitOf(count.name) : null,
        at: count ? count.value : null,
        figures
      };
}

const NUMBER = String.raw`[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|nan|inf)`;

/** `Epoch 3/10`, `[10]`, `Step 400 |`, `Epoch 0:` of a progress bar. */
function leadingCount(line: string): Figure | null {
  const named =
    /^\W{0,3}(epoch|step|iter|iteration|batch|round)\b[\s:=#[(]*(\d+)/i.exec(
      line
    );
  if (named) {
    return { name: named[1] ?? '', value: Number(named[2]) };
  }
  const bare = /^\[(\d+)\]/.exec(line);
  return bare ? { name: 'iteration', value: Number(bare[1]) } : null;
}

/** `{'loss': 0.5, 'epoch': 1.0}`; numbers may stand in quotes. */
function dictPairs(line: string): readonly Figure[] {
  const pair = new RegExp(
    String.raw`['"]([A-Za-z_][\w./@-]{0,60})['"]\s*:\s*['"]?(${NUMBER})['"]?\s*(?=[,}])`,
    'gi'
  );
  return figuresOf(line, pair);
}

/** `loss: 0.5 - acc: 0.9`, `train-rmse:0.5`, `valid_0's l2: 0.2`, `loss=0.5`. */
function plainPairs(line: string): readonly Figure[] {
  const pair = new RegExp(
    String.raw`(?<![\w./:'"-])([A-Za-z_][\w./@-]{0,60}(?:'s [\w@-]{1,40})?)\s*[:=]\s*(${NUMBER})(?![\w:/.])%?`,
    'gi'
  );
  return figuresOf(line, pair);
}

function figuresOf(line: string, pair: RegExp): readonly Figure[] {
  return [...line.matchAll(pair)].map(([, name = '', value = '']) => ({
    name,
    value: /nan/i.test(value)
      ? NaN
      : /inf/i.test(value)
        ? Number(value.startsWith('-') ? -Infinity : Infinity)
        : Number(value)
  }));
}

const UNITS = /^(?:epochs?|(?:global_)?steps?|iter(?:ation)?s?|batch|round)$/i;

/** Counts, and what progress bars say of themselves. */
const IGNORED =
  /^(?:epochs?|(?:global_)?steps?|iter(?:ation)?s?|batch|round|v_num|eta|it|s|ms)$/i;

function unitOf(name: string): string {
  return /epoch/i.test(name)
    ? 'epoch'
    : /step/i.test(name)
      ? 'step'
      : /batch/i.test(name)
        ? 'batch'
        : 'iteration';
}
