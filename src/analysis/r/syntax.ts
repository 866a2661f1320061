// The syntax tree of R code. Offsets are UTF-16, `to` excluded.

/** What every node has. */
type Place = { readonly from: number; readonly to: number };

/** One argument of a call or an index; both are missing in `x[, 1]`. */
export type RArgument = {
  /** Null for an argument by position. */
  readonly name: string | null;
  readonly value: RNode | null;
};

/** One parameter of a function. */
export type RParameter = {
  /** `...` for the rest. */
  readonly name: string;
  readonly value: RNode | null;
};

/** An expression of R; statements are expressions there. */
export type RNode = Place &
  (
    | { readonly kind: 'name'; readonly name: string }
    /** `text` is the value of a string, and the source of any other constant. */
    | {
        readonly kind: 'string' | 'number' | 'constant';
        readonly text: string;
      }
    | {
        readonly kind: 'call';
        readonly callee: RNode;
        readonly arguments: readonly RArgument[];
      }
    | {
        readonly kind: 'index';
        readonly object: RNode;
        readonly isDouble: boolean;
        readonly arguments: readonly RArgument[];
      }
    /** `object$name` and `object@name`. */
    | {
        readonly kind: 'member';
        readonly object: RNode;
        readonly name: string;
      }
    /** `package::name`. */
    | {
        readonly kind: 'qualified';
        readonly package: string;
        readonly name: string;
      }
    | {
        readonly kind: 'operator';
        readonly operator: string;
        /** One for a prefix, two otherwise. */
        readonly operands: readonly RNode[];
      }
    /** `isSuper`: `<<-`, which looks for the name outside of the function. */
    | {
        readonly kind: 'assignment';
        readonly target: RNode;
        readonly value: RNode;
        readonly isSuper: boolean;
      }
    | {
        readonly kind: 'function';
        readonly parameters: readonly RParameter[];
        readonly body: RNode;
      }
    | { readonly kind: 'block'; readonly statements: readonly RNode[] }
    | {
        readonly kind: 'if';
        readonly condition: RNode;
        readonly then: RNode;
        readonly otherwise: RNode | null;
      }
    | {
        readonly kind: 'for';
        readonly name: string;
        readonly over: RNode;
        readonly body: RNode;
      }
    | {
        readonly kind: 'while';
        readonly condition: RNode;
        readonly body: RNode;
      }
    | { readonly kind: 'repeat'; readonly body: RNode }
    | { readonly kind: 'jump' }
  );

/** Thrown by the parser where the source is no R; caught where a cell is analysed. */
export class RSyntaxError extends Error {
  /** Offset of the token that does not fit. */
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

/** A node of one kind. */
export type RNodeOf<Kind extends RNode['kind']> = Extract<
  RNode,
  { readonly kind: Kind }
>;

/** The stretch of a node alone. */
export function rangeOf({ from, to }: Place): Place {
  return { from, to };
}

/** The part that an index or a member names, when it is constant: `["a"]`; null otherwise. */
export function partOf(node: RNodeOf<'index' | 'member'>): string | null {
  if (node.kind === 'member') {
    return `[${JSON.stringify(node.name)}]`;
  }
  const values = node.arguments.map(({ value }) => value);
  const last = values.pop();
  const isWhole = values.every(value => value === null);
  return isWhole && last?.kind === 'string'
    ? `[${JSON.stringify(last.text)}]`
    : null;
}
