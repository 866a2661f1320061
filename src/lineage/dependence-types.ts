// Cells and the names by which they hang together: what happened against what a fresh run would do.
import type { CellId, ExecutionId } from '../model';
import type { Verdict } from './forecast-types';

/** A cell of the document, or code that ran and is in no cell any more. */
export type GraphNode = {
  /** Unique within one graph. */
  readonly id: string;
  /** Null for another client's code. */
  readonly cellId: CellId | null;
  /** Position among all cells of the document, from 0; null when it is not among them. */
  readonly index: number | null;
  /** The execution whose outputs or values count; null when it has not run. */
  readonly executionId: ExecutionId | null;
  /** Null when it is no cell of the document. */
  readonly verdict: Verdict | null;
  /** First line of its source that is not blank, at most 200 characters. */
  readonly firstLine: string;
};

/**
 * Names that one node binds or changes and another reads; two nodes have at most one edge for each `when`. A node has an edge to
 * itself when it read what another execution of its cell had left.
 */
export type GraphEdge = {
  /** `GraphNode.id` of the one that wrote. */
  readonly from: string;
  /** `GraphNode.id` of the one that read. */
  readonly to: string;
  /** Sorted; ambient state appears as `@random`, a file as `@file:PATH`. */
  readonly names: readonly string[];
  /** `happened`: so it was, and a fresh run would not do it. `fresh`: the other way round. */
  readonly when: 'happened' | 'fresh' | 'both';
};

/** Nodes in the order of the document, what is in no cell before the first node that reads from it. */
export type DependenceGraph = {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
};
