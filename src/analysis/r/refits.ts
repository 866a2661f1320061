// Models of R keep the call that fitted them, and not what it was given: who fits them anew reads that again.
import { bodyOf, definitionOf, hand } from './bodies';
import type { Frame } from './frame';
import { rangeOf, type RNode, type RNodeOf } from './syntax';

type Call = RNodeOf<'call'>;

/** Functions that fit a model and keep how they were called. */
const FITTING =
  /^(?:aov|bagging|clm|coxph|gam|glm|glm\.nb|glmer|gls|lm|lme|lmer|loess|multinom|nls|nnet|polr|randomForest|rlm|rpart|survreg|svm)$/;

/** Functions that call again what fitted a model. */
const REFITTING = /^(?:add1|drop1|step|stepAIC|update)$/;

/** The name under which the call waits that fitted what a name stands for. */
function callOf(name: string): string {
  return `update(${name})`;
}

/** Notes that a name was given a model, whose call may run again. */
export function noteFit(frame: Frame, name: string, value: RNode): void {
  if (value.kind !== 'call' || !isFit(value)) {
    return;
  }
  const place = rangeOf(value);
  const node = { kind: 'function', parameters: [], body: value } as const;
  const body = bodyOf(frame, { ...node, ...place });
  const waiting = callOf(name);
  frame.definitions.push(definitionOf(waiting, body));
  frame.bind(waiting, 'function', place);
  frame.bodies.set(waiting, body);
}

function isFit({ callee, arguments: list }: Call): boolean {
  const isNamed = callee.kind === 'name' || callee.kind === 'qualified';
  const [first] = list;
  return (
    isNamed &&
    (FITTING.test(callee.name) ||
      (REFITTING.test(callee.name) && first?.value?.kind === 'name'))
  );
}

/** Notes that a call fits a model anew. */
export function noteRefit(frame: Frame, name: string, call: Call): void {
  const first = call.arguments[0]?.value;
  if (REFITTING.test(name) && first?.kind === 'name') {
    hand(frame, callOf(first.name));
  }
}
