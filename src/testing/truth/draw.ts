// Draws sessions of one kind or of all kinds mixed, at rates that were observed in people's notebooks.
import { assignedName, renamed } from './mechanical-edits';
import type { DraftCell } from './notebooks';
import type { Act } from './schedules';
import { pythonSpelling, type Spelling } from './spelling';

/** What somebody does besides running the next cell. */
export type Deviation =
  | 're-run'
  | 'swap'
  | 'skip'
  | 'edit'
  | 'silent-edit'
  | 'delete'
  | 'move'
  | 'rename'
  | 'restart';

/** A session has one kind of deviation, all of them, or none. */
export type ScheduleKind = 'in-order' | 'mixture' | Deviation;

/**
 * How often each happens in a mixed session, after one run of a cell. Four in ten cells run more than once, every fifth step
 * is not to the next cell, and one step in twenty goes back.
 */
const RATES: { readonly [kind in Deviation]: number } = {
  're-run': 0.2,
  swap: 0.03,
  skip: 0.06,
  edit: 0.14,
  'silent-edit': 0.03,
  delete: 0.03,
  move: 0.03,
  rename: 0.02,
  restart: 0.02
};

const DEVIATIONS = Object.keys(RATES) as readonly Deviation[];

/** Half of all sessions are mixtures; the other kinds share the rest. */
export function drawKind(random: () => number): ScheduleKind {
  const all: readonly ScheduleKind[] = ['in-order', ...DEVIATIONS];
  return random() < 0.5
    ? 'mixture'
    : (all[Math.floor(random() * all.length)] ?? 'in-order');
}

/** One session with a notebook: from top to bottom, with deviations on the way and some more at the end. */
export function drawSchedule(
  notebook: readonly DraftCell[],
  kind: ScheduleKind,
  random: () => number,
  spelling = pythonSpelling
): readonly Act[] {
  const draw = new Draw(notebook, random, spelling);
  notebook.forEach((_, index) => {
    const deviations = drawDeviations(kind, random);
    draw.goTo(index, deviations);
  });
  const more = kind === 'in-order' ? 0 : 1 + Math.floor(random() * 3);
  for (let count = 0; count < more; count += 1) {
    draw.deviate(
      kind === 'mixture' ? pickWeighted(random) : (kind as Deviation)
    );
  }
  return draw.acts;
}

function drawDeviations(
  kind: ScheduleKind,
  random: () => number
): readonly Deviation[] {
  if (kind === 'in-order') {
    return [];
  }
  if (kind === 'mixture') {
    return DEVIATIONS.filter(one => random() < RATES[one]);
  }
  return random() < Math.max(0.1, RATES[kind]) ? [kind] : [];
}

function pickWeighted(random: () => number): Deviation {
  const total = DEVIATIONS.reduce((sum, one) => sum + RATES[one], 0);
  let left = random() * total;
  return (
    DEVIATIONS.find(one => {
      left -= RATES[one];
      return left <= 0;
    }) ?? 're-run'
  );
}

/** One session while it is drawn. */
class Draw {
  readonly acts: Act[] = [];

  constructor(
    private readonly notebook: readonly DraftCell[],
    private readonly random: () => number,
    private readonly spelling: Spelling
  ) {
    this.ids = notebook.map((_, index) => `c${index}`);
    this.sources = new Map(
      notebook.map(([source], index) => [`c${index}`, source])
    );
  }

  /** Runs the cell at a place of the first pass, unless what happens there prevents it. */
  goTo(index: number, deviations: readonly Deviation[]): void {
    const id = `c${index}`;
    const isThere = this.ids.includes(id);
    const isFree = !this.spelling.basic.test(this.sources.get(id) ?? '');
    if (
      isThere &&
      !this.done.has(id) &&
      !(isFree && deviations.includes('skip'))
    ) {
      const next = `c${index + 1}`;
      const isSwap = isFree && deviations.includes('swap');
      if (isSwap) {
        this.run(next);
      }
      this.run(id);
      if (isSwap && this.random() < 0.6) {
        this.run(next);
      }
    }
    deviations
      .filter(one => one !== 'skip' && one !== 'swap')
      .forEach(one => this.deviate(one));
  }

  /** Does one thing that is not running the next cell. */
  deviate(deviation: Deviation): void {
    const id = this.recent();
    switch (deviation) {
      case 're-run':
      case 'swap':
      case 'skip':
        this.run(id);
        break;
      case 'edit':
        if (this.edit(id)) {
          this.run(id);
        }
        break;
      case 'silent-edit':
        this.edit(id);
        break;
      case 'delete':
        this.delete(id);
        break;
      case 'move':
        this.move(id);
        break;
      case 'rename':
        this.rename(id);
        break;
      case 'restart':
        this.restart();
        break;
    }
  }

  /** A cell that has run, more often one of the last few; the one in which an act makes sense is not looked for. */
  private recent(): string {
    const done = this.ids.filter(id => this.done.has(id));
    const pool = done.length > 0 ? done : this.ids;
    const reach = this.random() < 0.5 ? Math.min(3, pool.length) : pool.length;
    const back = 1 + Math.floor(this.random() * reach);
    return pool[pool.length - back] ?? '';
  }

  private run(id: string): void {
    if (this.ids.includes(id)) {
      this.acts.push({ kind: 'run', id });
      this.done.add(id);
    }
  }

  private edit(id: string): boolean {
    const variants = this.notebook[Number(id.slice(1))] ?? [];
    const others = variants.filter(one => one !== this.sources.get(id));
    const source = others[Math.floor(this.random() * others.length)];
    if (source === undefined) {
      return false;
    }
    this.write(id, source);
    return true;
  }

  private write(id: string, source: string): void {
    this.sources.set(id, source);
    this.acts.push({ kind: 'edit', id, source });
  }

  private delete(id: string): void {
    if (this.ids.length > 4) {
      this.acts.push({ kind: 'delete', id });
      this.ids = this.ids.filter(one => one !== id);
    }
  }

  private move(id: string): void {
    const index = Math.floor(this.random() * this.ids.length);
    this.acts.push({ kind: 'move', id, index });
    this.ids = this.ids.filter(one => one !== id);
    this.ids.splice(index, 0, id);
  }

  /** Renames what a cell assigns: there alone, or in the cells below as well. */
  private rename(id: string): void {
    const source = this.sources.get(id) ?? '';
    const name = assignedName(source, this.random, this.spelling);
    if (name === null) {
      return;
    }
    const isWhole = this.random() < 0.5;
    const place = this.ids.indexOf(id);
    const chosen = isWhole ? this.ids.slice(place) : [id];
    for (const one of chosen) {
      const old = this.sources.get(one) ?? '';
      const next = renamed(old, name, `${name}_new`, this.spelling);
      if (next !== old) {
        this.write(one, next);
        if (this.done.has(one) && this.random() < 0.6) {
          this.run(one);
        }
      }
    }
  }

  /** A restart is followed by running from the top, down to where one was or not so far. */
  private restart(): void {
    this.acts.push({ kind: 'restart' });
    const done = this.ids.filter(id => this.done.has(id));
    const share = this.random() < 0.5 ? 1 : this.random();
    done.slice(0, Math.ceil(done.length * share)).forEach(id => this.run(id));
  }

  private ids: string[];
  private readonly sources: Map<string, string>;
  private readonly done = new Set<string>();
}
