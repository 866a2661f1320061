// Where a run took place, from JSON that others may have written.
import type { JsonValue } from './decoding';
import { hashOf } from './hash';
import { asBlobHash, type ExecutionId, type RunId } from './ids';
import { emptyContext, type GitState, type RunContext } from './run-context';

/** The context; refuses what is no object, and fields of another type. What is absent is not known. */
export function decodeRunContext(value: JsonValue, runId: RunId): RunContext {
  return {
    ...emptyContext(runId),
    user: textOf(value.at('user')),
    serverUrl: textOf(value.at('serverUrl')),
    workingDirectory: textOf(value.at('workingDirectory')),
    git: value.at('git').optional(decodeGit),
    ...changesIn(value),
    modules:
      value.at('modules').optional(modules =>
        modules.list().map(one => {
          const text = one.at('text').optional(item => item.text());
          return {
            name: one.at('name').text(),
            path: one.at('path').text(),
            hash: text === null ? asBlobHash('') : hashOf(text),
            text
          };
        })
      ) ?? [],
    notes: textsOf(value.at('notes')),
    unknown: textsOf(value.at('unknown'))
  };
}

function changesIn(value: JsonValue): Pick<RunContext, 'gitChanges'> {
  const changes = value.at('gitChanges').optional(list => list.list()) ?? [];
  return changes.length === 0
    ? {}
    : {
        gitChanges: changes.map(one => ({
          after: one.at('after').text() as ExecutionId,
          git: one.at('git').optional(decodeGit),
          unknown: textOf(one.at('unknown'))
        }))
      };
}

function decodeGit(git: JsonValue): GitState {
  return {
    remote: textOf(git.at('remote')),
    branch: textOf(git.at('branch')),
    commit: textOf(git.at('commit')),
    isDirty: git.at('isDirty').value === true,
    diff: git.at('diff').optional(item => item.text())
  };
}

function textsOf(value: JsonValue): { readonly [name: string]: string } {
  const names = value.optional(item => Object.keys(Object(item.value))) ?? [];
  return Object.fromEntries(names.map(name => [name, value.at(name).text()]));
}

function textOf(value: JsonValue): string {
  return value.optional(item => item.text()) ?? '';
}
