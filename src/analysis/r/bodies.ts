// Bodies of functions: what they do when somebody calls them, or now.
import type { Definition } from '../definition';
import { givenBack, receivedBy } from './closures';
import type { Frame } from './frame';
import type { Range } from '../name-uses';
import type { RNodeOf } from './syntax';

/** What the body of a function does, found by walking it on its own. */
export function bodyOf(
  frame: Frame,
  { body: code, parameters }: RNodeOf<'function'>
): Frame {
  const body = frame.body(parameters.map(({ name }) => name));
  parameters.forEach(({ value }) => body.maybe(() => body.visit(value)));
  body.visit(code);
  return body;
}

/** A body that somebody runs now, or may run: the frame reads what the body reads, and does at that place what it does. */
export function readBody(
  frame: Frame,
  body: Frame,
  place: Range | null = null
): void {
  const here = <Deed extends { readonly range: Range }>(deed: Deed): Deed =>
    place ? { ...deed, range: place } : deed;
  frame.maybe(() =>
    body.references.forEach(({ name, path, range }) => {
      frame.read(name, range, path);
      runOwn(frame, name);
    })
  );
  body.builtins.forEach(name => frame.builtins.add(name));
  body.asked.forEach(name => frame.ask(name));
  body.updates.forEach(update => frame.update(update));
  body.calls.forEach(name => frame.call(name));
  body.globals.forEach((range, name) => frame.bind(name, 'global', range));
  body.generics.forEach(name => frame.generics.add(name));
  frame.handovers.push(...body.handovers);
  frame.effects.push(...body.effects.map(here));
  frame.files.push(...body.files.map(here));
  frame.imports.push(...body.imports);
  frame.unanalysed.push(...body.unanalysed);
  frame.bindsUnknown ||= body.bindsUnknown;
}

/** Runs what the frame itself defined under a name, where it surely did; once however deep it calls itself. */
export function runOwn(frame: Frame, name: string): void {
  const body = frame.bodies.get(name);
  if (body && !frame.running.has(name)) {
    frame.running.add(name);
    readBody(frame, body, frame.calledAt);
    frame.running.delete(name);
  }
}

/** Somebody who may call it gets what a name stands for. */
export function hand(frame: Frame, name: string): void {
  runOwn(frame, name);
  frame.call(name);
}

/** A function that is bound to a name: its body runs when somebody calls it. Gives the body. */
export function define(
  frame: Frame,
  name: string,
  node: RNodeOf<'function'>
): Frame {
  const body = bodyOf(frame, node);
  const definition = definitionOf(name, body);
  const gives = givenBack(body, node);
  const received = receivedBy(body, node);
  frame.definitions.push({
    ...definition,
    ...(gives && { gives: { ...definition, received: gives } }),
    ...(received.length > 0 && { received })
  });
  frame.imports.push(...body.imports);
  frame.unanalysed.push(...body.unanalysed);
  return body;
}

/** What a body does that waits under a name. */
export function definitionOf(name: string, body: Frame): Definition {
  const read = body.references.map(reference => reference.name);
  return {
    name,
    references: [...new Set([...read, ...body.calls])].sort(),
    builtinReferences: [...body.builtins].sort(),
    bindings: [...body.globals.keys()].sort(),
    updates: body.updates,
    effects: body.effects,
    files: body.files,
    handovers: body.handovers,
    generics: [...body.generics].sort()
  };
}
