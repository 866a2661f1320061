// Bodies of functions: what they do when somebody calls them, or now.
import type { Definition } from '../definition';
import type { Frame } from './frame';
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

/** A body that somebody runs now, or may run: the frame reads what the body reads. */
export function readBody(frame: Frame, body: Frame): void {
  frame.maybe(() =>
    body.references.forEach(({ name, path, range }) =>
      frame.read(name, range, path)
    )
  );
  body.builtins.forEach(name => frame.builtins.add(name));
  body.updates.forEach(update => frame.update(update));
  body.calls.forEach(name => frame.calls.add(name));
  body.globals.forEach((range, name) => frame.bind(name, 'global', range));
  frame.effects.push(...body.effects);
  frame.files.push(...body.files);
  frame.imports.push(...body.imports);
  frame.unanalysed.push(...body.unanalysed);
  frame.bindsUnknown ||= body.bindsUnknown;
}

/** A function that is bound to a name: its body runs when somebody calls it. */
export function define(
  frame: Frame,
  name: string,
  node: RNodeOf<'function'>
): void {
  const body = bodyOf(frame, node);
  const read = body.references.map(reference => reference.name);
  const definition: Definition = {
    name,
    references: [...new Set([...read, ...body.calls])].sort(),
    builtinReferences: [...body.builtins].sort(),
    bindings: [...body.globals.keys()].sort(),
    updates: body.updates,
    effects: body.effects,
    files: body.files
  };
  frame.definitions.push(definition);
  frame.imports.push(...body.imports);
  frame.unanalysed.push(...body.unanalysed);
}
