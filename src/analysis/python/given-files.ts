// Paths of files that functions are given: by their callers as constant texts, else by default.

import { givenPlace } from '../given-path';
import type { GivenTexts } from '../given-texts';

import { stringContent } from './access';
import type { Event } from './scope';
import type { Syntax } from './syntax';
import { callOf, spreads, targetOf, textOf, wordOf } from './syntax-words';

const LATER = /^(?:FunctionDefinition|LambdaExpression|ClassDefinition)$/;

/** Events of a function, of which those that touch files under a parameter tell what stands for that by default. */
export function withDefaults(
  source: string,
  list: Syntax | undefined,
  events: readonly Event[]
): readonly Event[] {
  return events.map(event => {
    const given = event.type === 'file' ? givenPlace(event.file.path) : null;
    const value = given && defaultOf(source, list, given.word);
    const orElse = value && contentOf(source, value);
    return event.type === 'file' && orElse
      ? { ...event, file: { ...event.file, orElse } }
      : event;
  });
}

/** What a parameter stands for where no call gives it something. */
export function defaultOf(
  source: string,
  list: Syntax | undefined,
  word: string
): Syntax | null {
  const parts = list?.children ?? [];
  const at = parts.findIndex(
    (part, index) =>
      part.name === 'VariableName' &&
      parts[index - 1]?.name !== 'AssignOp' &&
      textOf(source, part) === word
  );
  const own = parts.slice(at + 1);
  const end = own.findIndex(({ name }) => name === ',');
  const sign = own.findIndex(({ name }) => name === 'AssignOp');
  const value =
    sign >= 0 && (end < 0 || sign < end) ? own[sign + 1] : undefined;
  return (at >= 0 && value) || null;
}

/** The calls of things by their names that the cell itself makes, with the texts that it gives them. */
export function givenTextsOf(
  source: string,
  root: Syntax,
  constants: ReadonlyMap<string, string>
): readonly GivenTexts[] {
  const found: GivenTexts[] = [];
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const call = callOf(source, node);
    if (call?.owner === null && call.word !== '') {
      const texts = new Map<number | string, string>();
      const some = new Set<number | string>();
      let place = 0;
      for (const value of call.given) {
        const word = wordOf(source, call.list, value);
        const text = textGiven(source, value, constants);
        if (text !== null) {
          texts.set(word ?? place, text);
        }
        if (textOf(source, value) !== 'None') {
          some.add(word ?? place);
        }
        place += word === null ? 1 : 0;
      }
      const given = spreads(call.list) ? null : some;
      const target = targetOf(source, root, node);
      found.push({ callee: call.word, texts, given, target, at: node.from });
    }
    pending.push(...node.children.filter(({ name }) => !LATER.test(name)));
  }
  return found.sort((one, other) => one.at - other.at);
}

function contentOf(source: string, node: Syntax): string | null {
  return node.name === 'String' ? stringContent(textOf(source, node)) : null;
}

function textGiven(
  source: string,
  node: Syntax,
  constants: ReadonlyMap<string, string>
): string | null {
  if (node.name !== 'VariableName') {
    return contentOf(source, node);
  }
  const name = textOf(source, node);
  return constants.get(name) ?? `{${name}}`;
}
