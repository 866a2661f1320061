// What a probe says of the code beside the notebook: the repository, and modules that no commit holds.
import {
  fieldsOf,
  asBlobHash,
  executionIdOf,
  hashOf,
  type GitChange,
  type GitState,
  type ModuleText,
  type RunContext
} from '../model';
import { decodeUnknown } from './environment-details';
import { textOf } from './kernel-message';
import { lineOf } from './line-of';
import type { Mask } from './mask';
import { isAddress, publicAddress } from './public-address';
import { isPath, type Filter } from './report-filter';

const DIFF_LIMIT = 120_000;
const CHANGES_LIMIT = 100;
const commitId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const moduleName = /^[\p{L}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}.]{0,199}$/u;

/** One message about the code. The first of several holds all but the modules of the others. */
export type CodePart = Pick<RunContext, 'modules' | 'unknown'> & {
  /** Null in all but the first. */
  readonly first: Pick<RunContext, 'workingDirectory' | 'git'> | null;
  /** Another state of the repository than was told before, with the request after which it was seen; else null. */
  readonly later:
    (Omit<GitChange, 'after'> & { readonly msgId: string }) | null;
};

/** A repository in another folder can be a remote, too. */
const isFolder = (text: string): boolean =>
  isPath(text) && /^(?:\.{0,2}\/|[A-Za-z]:[\\/])/.test(text);

function decodeGit(value: unknown): GitState | null {
  if (value === null || value === undefined) {
    return null;
  }
  const { remote, branch, commit, isDirty, diff } = fieldsOf(value);
  const address = publicAddress(textOf(remote));
  return {
    remote: isAddress(address) || isFolder(address) ? address : '',
    branch: lineOf(branch),
    commit: commitId.test(textOf(commit)) ? textOf(commit) : '',
    isDirty: isDirty === true,
    diff: typeof diff === 'string' && diff.length <= DIFF_LIMIT ? diff : null
  };
}

function decodeModule(value: unknown): ModuleText | null {
  const [name, path, text] = Array.isArray(value) ? value : [];
  return moduleName.test(textOf(name)) && isPath(path)
    ? {
        name: textOf(name),
        path,
        hash: typeof text === 'string' ? hashOf(text) : asBlobHash(''),
        text: typeof text === 'string' ? text : null
      }
    : null;
}

/** What a message of the kind `code` tells. */
export function decodeCodePart(
  fields: { readonly [name: string]: unknown },
  filter: Filter
): CodePart {
  const { after, folder, git, isFirst, modules, unknown } = fields;
  const sentences = decodeUnknown(unknown, filter);
  const msgId = textOf(after);
  if (msgId !== '' && msgId.length <= 200) {
    const why = sentences.git ?? sentences['git.diff'] ?? '';
    const later = { msgId, git: decodeGit(git), unknown: why };
    return { first: null, later, modules: [], unknown: {} };
  }
  return {
    later: null,
    first:
      isFirst === true
        ? {
            workingDirectory: isPath(folder) ? folder : '',
            git: decodeGit(git)
          }
        : null,
    modules: filter.each(Array.isArray(modules) ? modules : [], decodeModule),
    unknown: sentences
  };
}

/** The part without secrets; hashes are those of the masked texts. */
export function maskCode(part: CodePart, mask: Mask): CodePart {
  const { first, later, modules } = part;
  return {
    ...part,
    first: first && { ...first, git: first.git && maskGit(mask, first.git) },
    later: later && { ...later, git: later.git && maskGit(mask, later.git) },
    modules: modules.map(module => {
      const text = module.text === null ? null : mask(module.text);
      return text === null ? module : { ...module, text, hash: hashOf(text) };
    })
  };
}

/** The state of a repository without secrets. */
export function maskGit(mask: Mask, git: GitState): GitState {
  const { branch, diff, remote } = git;
  return {
    ...git,
    remote: mask(remote),
    branch: mask(branch),
    diff: diff === null ? null : mask(diff)
  };
}

/** A context with what was learnt of the code since. */
export function withCode(context: RunContext, part: CodePart): RunContext {
  if (part.later !== null) {
    return withChange(context, part.later);
  }
  const paths = new Set(part.modules.map(({ path }) => path));
  const kept = context.modules.filter(({ path }) => !paths.has(path));
  const { unknown } = context;
  // What is told anew is not unknown any more, unless it says so again.
  const before = part.first === null ? unknown : { user: unknown.user };
  const sentences = Object.entries({ ...before, ...part.unknown }).flatMap(
    ([item, sentence]) => (sentence === undefined ? [] : [[item, sentence]])
  );
  return {
    ...context,
    ...part.first,
    modules: [...kept, ...part.modules].sort((a, b) =>
      a.path < b.path ? -1 : 1
    ),
    unknown: Object.fromEntries(sentences)
  };
}

/** What is told again, as to a page that was loaded again, replaces itself. */
function withChange(
  context: RunContext,
  { msgId, ...state }: NonNullable<CodePart['later']>
): RunContext {
  const change = { after: executionIdOf(context.runId, msgId), ...state };
  const before = context.gitChanges ?? [];
  const isKnown = before.some(({ after }) => after === change.after);
  if (!isKnown && before.length >= CHANGES_LIMIT) {
    const git = `The repository changed more than ${CHANGES_LIMIT} times; only the first states are kept.`;
    return { ...context, unknown: { ...context.unknown, git } };
  }
  return {
    ...context,
    gitChanges: isKnown
      ? before.map(one => (one.after === change.after ? change : one))
      : [...before, change]
  };
}
