// The whole notebook's dependences: what shown outputs hung on, joined with what they would hang on in a fresh run.
import type { CellId } from '../model';
import { FOG } from './fog';
import type { DependenceGraph, GraphEdge, GraphNode } from './dependence-types';
import type { SimulatedCell } from './documents';
import type { CellForecast } from './forecast-types';
import { shownName } from './ambient-names';
import { stepsBehind, type Step } from './version';

/** What a graph is drawn from. */
export type GraphInput = {
  readonly cells: readonly SimulatedCell[];
  /** The recorded step that made what a cell shows; cells that show nothing are missing. */
  readonly shown: ReadonlyMap<CellId, Step>;
  /** One for each of `cells`. */
  readonly judged: readonly CellForecast[];
  /** Where a recorded step stands among all of them. */
  readonly orderOf: (step: Step) => number;
};

/** Joins both graphs. */
export function dependenceGraph(input: GraphInput): DependenceGraph {
  return new GraphMaker(input).make();
}

type Names = { readonly happened: Set<string>; readonly fresh: Set<string> };

class GraphMaker {
  constructor(private readonly input: GraphInput) {
    for (const { cell, step } of input.cells) {
      this.cellIds.add(cell.cellId);
      const { normalised } = step.prepared;
      if (!this.bySource.has(normalised)) {
        this.bySource.set(normalised, cell.cellId);
      }
    }
  }

  make(): DependenceGraph {
    const { cells, shown } = this.input;
    this.walk(
      cells.flatMap(({ cell }) => shown.get(cell.cellId) ?? []),
      'happened'
    );
    this.walk(
      cells.map(({ step }) => step),
      'fresh'
    );
    const edges = [...this.names].flatMap(([from, targets]) =>
      [...targets].flatMap(([to, names]) => edgesOf(from, to, names))
    );
    return { nodes: this.nodesFor(edges), edges };
  }

  /** Follows reads to the steps behind them until nothing new comes. */
  private walk(from: readonly Step[], when: keyof Names): void {
    const pending = [...from];
    const seen = new Set(pending);
    for (let step = pending.pop(); step; step = pending.pop()) {
      const to = this.idOf(step);
      for (const read of to === null ? [] : step.reads) {
        for (const behind of read.name === FOG ? [] : stepsBehind(read)) {
          const id = this.idOf(behind);
          if (to !== null && id !== null) {
            this.namesOf(id, to)[when].add(shownName(read.name));
          }
          if (!seen.has(behind)) {
            seen.add(behind);
            pending.push(behind);
          }
        }
      }
    }
  }

  private namesOf(from: string, to: string): Names {
    const targets = this.names.get(from) ?? new Map<string, Names>();
    this.names.set(from, targets);
    const names = targets.get(to) ?? { happened: new Set(), fresh: new Set() };
    targets.set(to, names);
    return names;
  }

  /** Null for what nobody recorded. */
  private idOf(step: Step): string | null {
    const { cellId, execution, prepared } = step;
    if (cellId !== null && this.cellIds.has(cellId)) {
      return cellNode(cellId);
    }
    const moved =
      cellId === null ? undefined : this.bySource.get(prepared.normalised);
    if (moved !== undefined) {
      return cellNode(moved);
    }
    if (!execution) {
      return null;
    }
    const id = `execution:${execution.executionId}`;
    if (!this.gone.has(id)) {
      this.orders.set(id, this.input.orderOf(step));
      this.gone.set(id, {
        id,
        cellId,
        index: null,
        executionId: execution.executionId,
        verdict: null,
        firstLine: execution.firstLine
      });
    }
    return id;
  }

  /** Cells in their order, and before each what it hangs on that is in no cell. */
  private nodesFor(edges: readonly GraphEdge[]): GraphNode[] {
    const gone = new Map<string, GraphNode[]>();
    for (const { from, to } of edges) {
      const node = this.gone.get(from);
      if (node) {
        gone.set(to, [...(gone.get(to) ?? []), node]);
      }
    }
    const nodes = new Set<GraphNode>();
    const placed = new Set<string>();
    const placeBefore = (id: string): void => {
      const nearest = [...(gone.get(id) ?? [])].sort(
        (one, other) => this.orderOf(one) - this.orderOf(other)
      );
      for (const node of nearest) {
        if (!placed.has(node.id)) {
          placed.add(node.id);
          placeBefore(node.id);
          nodes.add(node);
        }
      }
    };
    for (const node of this.cellNodes()) {
      placeBefore(node.id);
      nodes.add(node);
    }
    return [...nodes];
  }

  private orderOf({ id }: GraphNode): number {
    return this.orders.get(id) ?? 0;
  }

  private cellNodes(): GraphNode[] {
    const { cells, judged, shown } = this.input;
    return cells.map(({ cell, index }, at) => ({
      id: cellNode(cell.cellId),
      cellId: cell.cellId,
      index,
      executionId: shown.get(cell.cellId)?.execution?.executionId ?? null,
      verdict: judged[at]?.verdict ?? null,
      firstLine: firstLineOf(cell.source)
    }));
  }

  private readonly cellIds = new Set<CellId>();
  private readonly bySource = new Map<string, CellId>();
  private readonly gone = new Map<string, GraphNode>();
  private readonly orders = new Map<string, number>();
  private readonly names = new Map<string, Map<string, Names>>();
}

function cellNode(cellId: CellId): string {
  return `cell:${cellId}`;
}

function firstLineOf(source: string): string {
  return (source.trimStart().split('\n')[0] ?? '').trimEnd().slice(0, 200);
}

function edgesOf(
  from: string,
  to: string,
  { happened, fresh }: Names
): GraphEdge[] {
  const edge = (
    when: GraphEdge['when'],
    names: readonly string[]
  ): GraphEdge[] =>
    names.length > 0 ? [{ from, to, names: [...names].sort(), when }] : [];
  return [
    ...edge(
      'both',
      [...happened].filter(name => fresh.has(name))
    ),
    ...edge(
      'happened',
      [...happened].filter(name => !fresh.has(name))
    ),
    ...edge(
      'fresh',
      [...fresh].filter(name => !happened.has(name))
    )
  ];
}
