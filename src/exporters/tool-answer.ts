// What code of ours printed that asked a tool of the user's for a text.
import { fieldsOf, jsonOf } from '../model';

/** Fields of another kind than these are left out. */
type ToolAnswer = {
  readonly text: string | null;
  /** Name and version, as `uv 0.9.2`; null where none is told that can be shown. */
  readonly tool: string | null;
  /** Why there is no text, in the tool's words. */
  readonly why: string | null;
};

/** The answer in the last line, which holds it under a name. */
export function answerOf(printed: string, name: string): ToolAnswer {
  const lines = printed.trimEnd().split('\n');
  const { text, tool, why } = fieldsOf(
    fieldsOf(jsonOf(lines[lines.length - 1] ?? ''))[name]
  );
  return {
    text: typeof text === 'string' ? text : null,
    tool:
      typeof tool === 'string' && /^[\w .+-]{1,40}$/.test(tool) ? tool : null,
    why: typeof why === 'string' ? why : null
  };
}

/** Words of a tool in one line without control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ');
}
