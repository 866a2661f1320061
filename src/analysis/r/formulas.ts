// Calls that take a formula and a table: they look at those columns of the table that the formula names.
import type { Frame } from './frame';
import { partsIn } from './parts-in';
import { rangeOf, type RArgument, type RNode, type RNodeOf } from './syntax';

type Call = RNodeOf<'call'>;

/** Functions that look at nothing of the table besides. */
const MODELLING =
  /^(?:aggregate|aov|bartlett\.test|boxplot|glm|kruskal\.test|lm|t\.test|var\.test|wilcox\.test|xtabs)$/;

/** Arguments that name no columns. */
const PLAIN =
  /^(?:FUN|alternative|conf\.level|col|family|horizontal|las|main|method|mu|na\.rm|names|paired|var\.equal|xlab|ylab|ylim)$/;

/** Visits such a call; false for any other. */
export function visitModel(frame: Frame, name: string, call: Call): boolean {
  const [first, second, ...rest] = call.arguments;
  const isData =
    second?.value?.kind === 'name' && /^(?:data)?$/.test(second.name ?? '');
  const isKnown =
    MODELLING.test(name) &&
    isData &&
    first?.value?.kind === 'operator' &&
    first.value.operator === '~' &&
    rest.every(isPlain);
  const columns = isKnown && first.value ? [...namesIn(first.value)] : [];
  if (columns.length === 0 || columns.includes('.') || !isKnown) {
    return false;
  }
  frame.visit(first.value);
  const data = second.value;
  columns.forEach(column =>
    frame.read(data.name, rangeOf(data), `[${JSON.stringify(column)}]`)
  );
  frame.visitAll(rest);
  return true;
}

function isPlain({ name }: RArgument): boolean {
  return name !== null && PLAIN.test(name);
}

function namesIn(node: RNode): ReadonlySet<string> {
  return new Set(
    node.kind === 'name'
      ? [node.name]
      : partsIn(node).flatMap(part => [...namesIn(part)])
  );
}
