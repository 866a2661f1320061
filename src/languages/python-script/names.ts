// Where the tokens of a cell read and store names, judged without scopes: a store anywhere counts.
import type { LogicalLine, Token } from './tokens';

/** A name as a cell's tokens show it. */
export type NameUse = {
  readonly name: string;
  readonly from: number;
  /** `neither`: an attribute, or a keyword of a call. */
  readonly kind: 'read' | 'store' | 'neither';
};

const AUGMENTED = /^(?:[-+*/%@&|^]|\*\*|\/\/|<<|>>)=$/;
const STORING_WORDS = new Set([
  'as',
  'def',
  'class',
  'global',
  'nonlocal',
  'del'
]);

/** Every name of a line, in its order; names in f-strings count as read. */
export function nameUses(line: LogicalLine): NameUse[] {
  const uses: NameUse[] = [];
  line.tokens.forEach((token, index) => {
    if (token.kind === 'name') {
      const kind = kindOf(line.tokens, index);
      uses.push({ name: token.text, from: token.from, kind });
    } else if (token.kind === 'string' && /^[a-z]*[ft]/i.test(token.text)) {
      uses.push(...namesInFields(token));
    }
  });
  return uses;
}

function namesInFields(token: Token): NameUse[] {
  const fields = token.text.match(/\{[^{}]+\}/g) ?? [];
  return fields
    .flatMap(field => field.match(/(?<![.\w])[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])
    .map(name => ({ name, from: token.from, kind: 'read' as const }));
}

function kindOf(tokens: readonly Token[], index: number): NameUse['kind'] {
  const before = tokens[index - 1]?.text ?? '';
  const after = tokens[index + 1]?.text ?? '';
  const depth = tokens[index]?.depth ?? 0;
  if (before === '.') {
    return 'neither';
  }
  if (STORING_WORDS.has(before) || after === ':=' || AUGMENTED.test(after)) {
    return 'store';
  }
  if (after === '=' && depth > 0 && !inParameters(tokens, index)) {
    return 'neither';
  }
  if (after === '.' || after === '(' || after === '[') {
    return 'read';
  }
  const isStored =
    inImport(tokens, index) ||
    inParameters(tokens, index) ||
    inLoopTarget(tokens, index) ||
    inAssignmentTarget(tokens, index) ||
    ['case', 'global', 'nonlocal', 'del', 'type'].includes(
      tokens[0]?.text ?? ''
    );
  return isStored && index > 0
    ? 'store'
    : isStored
      ? storeOfFirst(tokens)
      : 'read';
}

/** The first token of a line is stored only by an assignment; else it is the statement's word. */
function storeOfFirst(tokens: readonly Token[]): NameUse['kind'] {
  return inAssignmentTarget(tokens, 0) ? 'store' : 'neither';
}

function inImport(tokens: readonly Token[], index: number): boolean {
  const first = tokens[0]?.text;
  if (first === 'import') {
    return index > 0;
  }
  const at = tokens.findIndex(token => token.text === 'import');
  return first === 'from' && at >= 0 && index > at;
}

function inParameters(tokens: readonly Token[], index: number): boolean {
  const first = tokens[0]?.text === 'async' ? tokens[1] : tokens[0];
  const isDefinition = first?.text === 'def' && (tokens[index]?.depth ?? 0) > 0;
  return isDefinition || inLambda(tokens, index);
}

function inLambda(tokens: readonly Token[], index: number): boolean {
  const depth = tokens[index]?.depth;
  for (let at = index - 1; at >= 0; at--) {
    const token = tokens[at];
    if (!token || token.depth !== depth) {
      continue;
    }
    if (token.text === ':') {
      return false;
    }
    if (token.text === 'lambda') {
      return true;
    }
  }
  return false;
}

function inLoopTarget(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const text = tokens[at]?.text;
    if (text === 'for') {
      return true;
    }
    if (text === 'in') {
      return false;
    }
  }
  return false;
}

function inAssignmentTarget(tokens: readonly Token[], index: number): boolean {
  const isStatementWord =
    /^(?:if|while|for|with|return|assert|elif|import|from)$/;
  if (isStatementWord.test(tokens[0]?.text ?? '')) {
    return false;
  }
  const end = tokens.findIndex(
    (token, at) => at > index && token.depth === 0 && token.text === ';'
  );
  const rest = tokens.slice(index + 1, end < 0 ? undefined : end);
  const [next] = rest;
  const isAnnotated = next?.text === ':' && next.depth === 0 && index === 0;
  return isAnnotated || rest.some(t => t.depth === 0 && t.text === '=');
}
