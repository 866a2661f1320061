// Calls of R whose arguments are names, or texts that are names.
import { assignByName, constantsOf, readByName } from './by-name';
import { visitClassCall } from './class-calls';
import type { Frame } from './frame';
import { rangeOf, type RNode, type RNodeOf } from './syntax';

type Call = RNodeOf<'call'>;

/** What became of a special call: `loads` where its usual effects count besides; null for an ordinary one. */
export function visitSpecial(
  frame: Frame,
  name: string,
  call: Call
): 'done' | 'loads' | null {
  const word = wordOf(call.arguments[0]?.value);
  switch (name) {
    case 'library':
    case 'require':
    case 'requireNamespace':
    case 'loadNamespace':
      if (word !== null) {
        frame.load(word, rangeOf(call));
      }
      return 'loads';
    case 'detach':
      // Which of the attached ones it takes away hangs on what is attached.
      frame.effects.push({
        state: 'path',
        action: 'read',
        range: rangeOf(call)
      });
      return 'loads';
    case 'rm':
    case 'remove':
      removeNames(frame, call);
      return 'done';
    case 'data':
      bindData(frame, call);
      return 'done';
    case 'assign':
      assignByName(frame, call);
      return 'done';
    case 'get':
    case 'get0':
    case 'exists':
    case 'mget':
      return readByName(frame, name, call) ? 'done' : null;
    default:
      return visitClassCall(frame, name, call) ? 'done' : null;
  }
}

function removeNames(frame: Frame, call: Call): void {
  for (const { name, value } of call.arguments) {
    const word = wordOf(value);
    const texts = name === 'list' && value ? constantsOf(frame, value) : null;
    const words = name === null && word !== null ? [word] : texts;
    if (words) {
      // It says so where the name is not there.
      words.forEach(one => frame.ask(one));
      words.forEach(one => frame.remove(one));
    } else if (name === 'list') {
      cloud(frame, call, 'It removes names that are not written here.');
    }
  }
}

function bindData(frame: Frame, call: Call): void {
  for (const { name, value } of call.arguments) {
    const bound = name === null ? wordOf(value) : null;
    if (bound !== null) {
      frame.bind(bound, 'import', rangeOf(call));
    }
  }
}

function cloud(frame: Frame, call: Call, reason: string): void {
  frame.unanalysed.push({ range: rangeOf(call), reason });
}

/** A name or a string, as `library` takes either. */
function wordOf(value: RNode | null | undefined): string | null {
  if (value?.kind === 'name') {
    return value.name;
  }
  return value?.kind === 'string' ? value.text : null;
}
