// Ambient state that calls and attributes touch.

import { BY_CHANCE, type AmbientState, type Effect } from '../effect';

import { stringContent, type Step } from './access';
import type { Arguments } from './arguments';
import { assumedName, dottedName, type Callee } from './callees';
import { isDrawn } from './chances';
import { isDayFormat } from './days';
import { settingsOf } from './display-options';
import { touchFiles } from './files';
import {
  ambientStateOf,
  functionRule,
  heldMethodRule,
  methodEffect,
  methodKind
} from './knowledge';
import type { EffectRule, FunctionRule } from './knowledge/library';
import { paramsAmong } from './not-given';
import { scopeAround } from './scope';
import { isSeededByChance } from './seeds-by-chance';
import { strangerOf } from './strangers';
import type { Syntax } from './syntax';
import { isUnbound, textOf, touch, type Walk } from './walk';

/** Tells what a call does to ambient state and to files. */
export function touchByCall(
  walk: Walk,
  node: Syntax,
  callee: Callee,
  given: Arguments
): void {
  const { dotted, method, root } = callee;
  const stranger = strangerOf(walk, callee);
  const assumes =
    dotted === null && !stranger ? undefined : assumedName(walk, root);
  const state = dotted === null ? undefined : ambientStateOf(dotted);
  if (state) {
    const isRead = methodKind(method ?? '') === 'pure';
    touch(walk, { state, action: isRead ? 'read' : 'update', assumes }, node);
    return;
  }
  const rule =
    stranger ??
    (dotted === null
      ? methodRule(method)
      : (functionRule(dotted) ?? heldMethodRule(dotted)));
  if (!rule) {
    return;
  }
  if (drawsFromReceiver(rule, given)) {
    return;
  }
  const isElsewhere = touchFiles(walk, node, { rule, callee, given });
  const library = dotted?.replace(/\..*$/, '') ?? '';
  for (const effect of effectsOf(walk, rule, given, library)) {
    const isNone =
      (isElsewhere && effect.state === 'directory') ||
      (effect.value === BY_CHANCE && isOneWay(walk));
    if (!isNone) {
      const adds = addsNew(walk, rule, given) || undefined;
      const isDay = effect.state === 'clock' && walk.dayOf === node;
      const state = isDay ? 'day' : effect.state;
      const isImported = (stranger && assumes !== undefined) || undefined;
      const told = { assumes, isImported, adds, ...effect, state };
      touch(walk, told, node);
    }
  }
}

/** True in a branch that is no loop's: where nobody knows which is taken, the other one may seed with a number. */
function isOneWay({ branches, loops }: Walk): boolean {
  return branches > loops.length;
}

/** True where a call surely adds what the code around has just made. */
function addsNew(
  walk: Walk,
  { addsUnless }: FunctionRule,
  { positional: [added] }: Arguments
): boolean {
  if (!addsUnless || !added || walk.branches + walk.guards > 0) {
    return false;
  }
  const { words } = walk.spelled;
  const name = textOf(walk, added);
  const around = scopeAround(walk.scope);
  const isHanded = around.kind === 'function' && around.parameters.has(name);
  const isMade =
    added.name === 'CallExpression' ||
    (added.name === 'VariableName' && !isHanded && !isUnbound(walk, name));
  return isMade && ![...words].some(word => addsUnless.test(word));
}

function methodRule(method: string | null): FunctionRule | undefined {
  return method === null ? undefined : methodEffect(method);
}

/** True for `rng.sample(population, k)`: what takes a sample of a table has no population. */
export function drawsFromReceiver(
  { unlessGenerator }: FunctionRule,
  { positional, keywords }: Arguments
): boolean {
  return (
    unlessGenerator !== undefined &&
    (positional.length > 1 || keywords.has(unlessGenerator))
  );
}

/** What a call does to ambient state, chance at last. */
function effectsOf(
  walk: Walk,
  rule: FunctionRule,
  given: Arguments,
  library: string
): readonly Told[] {
  const { chance } = rule;
  const effects = ownEffects(walk, rule, given, library);
  return chance && isDrawn(walk, chance, given)
    ? [...effects, chance.effect]
    : effects;
}

/** An effect, and what keeps it away that the function around is given. */
type Told = EffectRule & Pick<Effect, 'unlessGiven'>;

/** Arguments decide: a seeded call draws nothing, a seed without argument is none. */
function ownEffects(
  walk: Walk,
  rule: FunctionRule,
  given: Arguments,
  library: string
): readonly Told[] {
  const { effect, unless, unlessOff, fewer, onlyWith, onlyText, setBy } = rule;
  const isGiven = (node: Syntax): boolean => textOf(walk, node) !== 'None';
  const count = given.all.filter(isGiven).length;
  const hangs = paramsAmong(walk, given.all);
  if (fewer && count === hangs.length && count > 0 && isEntropy(fewer)) {
    return fewer.effects.map(one => ({ ...one, unlessGiven: hangs }));
  }
  if (fewer && count < fewer.than && !given.isOpen) {
    const [format] = given.positional;
    const isDay =
      fewer.isFormat === true &&
      format !== undefined &&
      isDayFormat(stringContent(textOf(walk, format)) ?? '');
    return isDay
      ? fewer.effects.map(one => ({ ...one, state: 'day' }))
      : fewer.effects;
  }
  const seed = unless === undefined ? undefined : given.keywords.get(unless);
  const isSeeded = seed !== undefined && isGiven(seed);
  const isOff =
    unlessOff !== undefined &&
    textOf(walk, given.keywords.get(unlessOff) ?? nowhere) === 'False';
  const start =
    rule.unlessStart === undefined
      ? undefined
      : given.keywords.get(rule.unlessStart);
  const isStarted = start !== undefined && isNoText(walk, start);
  const isAsked =
    onlyWith === undefined ||
    given.isOpen ||
    textOf(walk, given.keywords.get(onlyWith) ?? nowhere) === 'True';
  const [first] = given.positional;
  const text = first ? (stringContent(textOf(walk, first)) ?? '') : '';
  const isText = onlyText === undefined || onlyText.test(text);
  const isSeed = effect?.state === 'random' && effect.action === 'set';
  if (isSeed && isSeededByChance(walk, given.all)) {
    return [{ ...effect, value: BY_CHANCE }];
  }
  if (effect && setBy?.test(text)) {
    return [{ ...effect, action: 'set' }];
  }
  return effect && !isSeeded && !isOff && !isStarted && isAsked && isText
    ? settingsOf(
        walk,
        rule,
        markedBy(walk, rule, effect, given),
        library,
        given
      )
    : [];
}

/** What is surely no text: a list, an array that NumPy makes, centers that were found, rows of a value. */
const NO_TEXT =
  /^\s*(?:\[|(?:np|numpy)\.\w[\w.]*\(|\w[\w.]*\.(?:cluster_centers_|iloc|loc|to_numpy|values)\b|\w+\[[^'"\]]*:)/;

function isNoText(walk: Walk, node: Syntax): boolean {
  const text = textOf(walk, node);
  const before = walk.source.slice(0, node.from);
  const values =
    node.name === 'VariableName'
      ? [
          ...before.matchAll(
            new RegExp(`^[ \\t]*${text}[ \\t]*=(?!=)(.*)$`, 'gm')
          )
        ].map(([, value]) => value)
      : [text];
  return NO_TEXT.test(values[values.length - 1] ?? '');
}

function isEntropy({ effects }: NonNullable<FunctionRule['fewer']>): boolean {
  return effects.every(({ state }) => state === 'entropy');
}

/** The effect with what a constant text among the arguments, or one that the cell named before, sets the state to. */
function markedBy(
  walk: Walk,
  { marks }: FunctionRule,
  effect: EffectRule,
  given: Arguments
): EffectRule {
  const isMarked = given.all.some(node => {
    const text = textOf(walk, node);
    return marks?.pattern.test(
      stringContent(text) ?? walk.constants.get(text) ?? ''
    );
  });
  return isMarked ? { ...effect, value: marks?.value } : effect;
}

const nowhere = { from: 0, to: 0 };

/** The ambient state that an attribute or item is; undefined for values of the notebook's own. */
export function stateOfAccess(
  walk: Walk,
  root: Syntax,
  steps: readonly Step[]
): AmbientState | undefined {
  const dotted = dottedAccess(walk, root, steps);
  return dotted === null ? undefined : ambientStateOf(dotted);
}

/** The full name of what an access reaches before its first item; null for values of the notebook's own. */
export function dottedAccess(
  walk: Walk,
  root: Syntax,
  steps: readonly Step[]
): string | null {
  const end = steps.findIndex(step => step.kind === 'item');
  return dottedName(walk, root, end < 0 ? steps : steps.slice(0, end));
}
