// Histories with a known answer: drawn from notebooks, executed, and labelled.
import { languageOf, type Language } from '../../src/languages';
import {
  drawKind,
  drawSchedule,
  type ScheduleKind
} from '../../src/testing/truth/draw';
import {
  labelOf,
  withoutUnreached,
  type Label
} from '../../src/testing/truth/label';
import {
  seededRandom,
  sessionOf,
  type Act,
  type Session
} from '../../src/testing/truth/schedules';
import { spellingOf, taskLanguage } from './languages';
import type { Answer, Done, Kernels, Task, TaskKernel } from './kernels';
import { dataPaths, type PlacedNotebook } from './placed-notebooks';

/** One session before it is executed. */
export type Plan = {
  readonly id: string;
  readonly notebook: PlacedNotebook;
  readonly kind: ScheduleKind;
  readonly acts: readonly Act[];
  readonly session: Session;
};

/** One cell of the final document with what is known of it. */
export type LabelledCell = {
  readonly cellId: string;
  readonly source: string;
  readonly mayRaise: boolean;
  /** Null for a cell that never ran. */
  readonly label: Label | null;
  /** True where run-all would stop at a cell above. */
  readonly isBehindFailure: boolean;
  /** What made its output, and where; null for a cell that never ran. */
  readonly shown: {
    readonly done: Done;
    readonly source: string;
    readonly kernel: number;
    readonly index: number;
  } | null;
  /** What the first fresh run showed, for people who look into a case. */
  readonly fresh: Done | null;
};

/** A session that was executed and labelled. */
export type Truth = {
  readonly plan: Plan;
  readonly recorded: Answer;
  readonly replayed: Answer;
  readonly cells: readonly LabelledCell[];
};

/** Draws sessions, the notebooks by turns. */
export function drawSessions(
  notebooks: readonly PlacedNotebook[],
  count: number,
  seed: number
): Plan[] {
  return Array.from({ length: count }, (_, index) => {
    const notebook = notebooks[index % notebooks.length];
    if (!notebook) {
      throw new Error('No notebook to draw from');
    }
    const random = seededRandom(seed * 100_003 + index);
    random();
    return planOf(notebook, drawKind(random), random, `s${seed}-${index}`);
  });
}

/** One session in order for each notebook. */
export function inOrderSessions(notebooks: readonly PlacedNotebook[]): Plan[] {
  return notebooks.map(notebook =>
    planOf(notebook, 'in-order', () => 0.5, `order-${notebook.name}`)
  );
}

function planOf(
  notebook: PlacedNotebook,
  kind: ScheduleKind,
  random: () => number,
  id: string
): Plan {
  const drafts = notebook.cells.map(cell => cell.sources);
  const acts = drawSchedule(
    drafts,
    kind,
    random,
    spellingOf(notebook.language)
  );
  return { id, notebook, kind, acts, session: sessionOf(drafts, acts) };
}

/** The last kernel of a session, for ipyflow: it learns the document at the end. */
export function ipyflowTask({ notebook, session }: Plan): Task {
  const data = dataPaths(notebook);
  const ran = session.ran.filter(one => one.length > 0);
  const cellOf = ({ id, source }: { id: string; source: string }) => ({
    cellId: id,
    code: source
  });
  const document = session.document
    .filter(({ source }) => source.trim() !== '')
    .map(cellOf);
  const cells = (ran[ran.length - 1] ?? []).map(cellOf);
  return { data, timeout: 60, kernels: [{ cells, document }] };
}

/** Executes a session as its user did, replays it for the labels, and runs its document twice, to the end. */
export async function truthOf(
  plan: Plan,
  kernels: Kernels
): Promise<Truth | { readonly problem: string } | null> {
  const { notebook, session } = plan;
  const language = languageOf(notebook.language);
  const { probe } = language ?? {};
  if (!probe) {
    throw new Error(`${notebook.language} has no probe`);
  }
  const data = dataPaths(notebook);
  const mayRaise = (id: string): boolean =>
    notebook.cells[Number(id.slice(1))]?.mayRaise ?? false;
  const cell = ({ id, source }: { id: string; source: string }) => ({
    cellId: id,
    code: source,
    mayRaise: mayRaise(id)
  });
  const history: TaskKernel[] = session.ran
    .filter(ran => ran.length > 0)
    .map(ran => ({ cells: ran.map(cell), seat: 0 }));
  const document = session.document.filter(one => one.source.trim() !== '');
  const fresh: TaskKernel[] = [1, 2].map(seat => ({
    cells: document.map(cell),
    branch: true,
    seat
  }));
  const recording: Task = {
    ...taskLanguage(notebook),
    data,
    timeout: 60,
    probe: probe.source,
    commId: probe.commId,
    kernels: history
  };
  const labelling: Task = {
    ...taskLanguage(notebook),
    data,
    timeout: 60,
    label: true,
    kernels: [...history, ...fresh]
  };
  const [recorded, replayed] = await Promise.all([
    kernels.answer(recording),
    kernels.answer(labelling)
  ]);
  if (!recorded || !replayed) {
    return null;
  }
  const problem = recorded.problem ?? replayed.problem;
  if (problem !== undefined) {
    return { problem: `${plan.id} (${notebook.name}): ${problem}` };
  }
  const [one, other] = replayed.kernels.slice(history.length);
  const failures = (one?.executions ?? []).map(
    ({ status }, index) =>
      status === 'error' && !mayRaise(document[index]?.id ?? '')
  );
  const cells = document.map(({ id, source }, index): LabelledCell => {
    const last = lastRun(history, id);
    const done = last && recorded.kernels[last.kernel]?.executions[last.index];
    const again = last && seenAt(replayed.kernels[last.kernel], last.index);
    const fresh = seenAt(one, index) ?? null;
    const second = seenAt(other, index);
    const label =
      done && again && fresh && second
        ? labelOf({
            recorded: done,
            replayed: again,
            fresh: [fresh, second],
            imported: importedBy(source, language)
          })
        : null;
    const shown = last && done ? { ...last, done } : null;
    return {
      cellId: id,
      source,
      mayRaise: mayRaise(id),
      label,
      isBehindFailure: failures.slice(0, index).includes(true),
      shown,
      fresh
    };
  });
  return { plan, recorded, replayed, cells };
}

/** One execution of a kernel, with what it surely wrote. */
function seenAt(
  kernel: Answer['kernels'][number] | undefined,
  index: number
): Done | undefined {
  const done = kernel?.executions[index];
  return done && withoutUnreached(done, kernel?.executions[index - 1]);
}

/** The names that a source imports and binds in no other way. */
function importedBy(
  source: string,
  language: Language | null
): ReadonlySet<string> {
  const bindings = language?.analyse?.(source).bindings ?? [];
  const others = bindings.filter(
    ({ kind }) => kind !== 'import' && kind !== 'from-import'
  );
  return new Set(
    bindings
      .map(({ name }) => name)
      .filter(name => others.every(one => one.name !== name))
  );
}

function lastRun(
  history: readonly TaskKernel[],
  id: string
): { source: string; kernel: number; index: number } | null {
  for (let kernel = history.length - 1; kernel >= 0; kernel -= 1) {
    const cells = history[kernel]?.cells ?? [];
    for (let index = cells.length - 1; index >= 0; index -= 1) {
      const cell = cells[index];
      if (cell?.cellId === id) {
        return { source: cell.code, kernel, index };
      }
    }
  }
  return null;
}
