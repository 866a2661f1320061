// Files that calls of R read, write and take away, where their paths are constant.
import type { FileAccess } from '../effect';
import { argumentOf } from './arguments';
import type { Frame } from './frame';
import { files, removing, type FileFunction } from './knowledge';
import { rangeOf, type RNode, type RNodeOf } from './syntax';

type Call = RNodeOf<'call'>;

/** Notes the file of a call, or that it talks to another machine. */
export function noteFiles(frame: Frame, name: string, call: Call): void {
  const range = rangeOf(call);
  if (removing.has(name)) {
    for (const { value } of call.arguments) {
      const path = pathOf(value);
      if (path !== null) {
        frame.files.push({ path, action: 'write', removes: true, range });
      }
    }
    return;
  }
  if (/^(?:list\.files|list\.dirs|dir)$/.test(name)) {
    const path = pathOf(argumentOf(call, [0, 'path'])) ?? '.';
    frame.files.push({ path, action: 'list', range });
    return;
  }
  const file = files.get(name) ?? connectionOf(name, call);
  const path = file && pathOf(argumentOf(call, file.argument));
  if (!file || path === null || path === undefined || path === '') {
    return;
  }
  if (/^[a-z]+:\/\//i.test(path)) {
    frame.effects.push({ state: 'network', action: 'read', range });
    return;
  }
  const access: FileAccess = { path, action: file.action, range };
  frame.files.push(
    file.action === 'write' && isAppending(call)
      ? { ...access, action: 'update', grows: true }
      : access
  );
}

/** `file("a.txt", "w")` makes the file at once; where it says nothing of writing, whoever gets the connection reads or writes. */
function connectionOf(name: string, call: Call): FileFunction | null {
  const mode = /^(?:file|gzfile|bzfile|xzfile)$/.test(name)
    ? argumentOf(call, [1, 'open'])
    : null;
  return mode?.kind === 'string' && /^[wa]/.test(mode.text)
    ? { action: 'write', argument: [0, 'description'] }
    : null;
}

/** A constant text, or such joined by `file.path`. */
function pathOf(value: RNode | null | undefined): string | null {
  if (value?.kind === 'string') {
    return value.text;
  }
  const isJoined =
    value?.kind === 'call' &&
    value.callee.kind === 'name' &&
    /^(?:file\.path|normalizePath|gzfile|file|bzfile)$/.test(value.callee.name);
  if (!isJoined) {
    return null;
  }
  const isPath =
    value.callee.kind === 'name' && value.callee.name === 'file.path';
  const parts = (isPath ? value.arguments : value.arguments.slice(0, 1)).map(
    one => pathOf(one.value)
  );
  return parts.length > 0 && !parts.includes(null) ? parts.join('/') : null;
}

function isAppending(call: Call): boolean {
  const mode = argumentOf(call, [1, 'open']);
  const { callee, arguments: list } = call;
  const isConnection = callee.kind === 'name' && !files.has(callee.name);
  if (isConnection && mode?.kind === 'string') {
    return mode.text.startsWith('a');
  }
  return list.some(
    ({ name, value }) =>
      name === 'append' &&
      value?.kind === 'constant' &&
      /^T(?:RUE)?$/.test(value.text)
  );
}
