// What files held, learned after the reports that name them: a large file is read while nothing else runs.
import { fieldsOf, type ExecutionReport, type FileUse } from '../model';
import { countOf, textOf } from './kernel-message';
import { isFingerprint, isPath, type Filter } from './report-filter';
import { whyUnread } from './why-unread';

/** The content of one file as it stood at a size and a time, or why it is not to be had. */
export type HashedFile = Pick<
  FileUse,
  'path' | 'size' | 'modified' | 'hash' | 'isSampled' | 'unread'
>;

function decodeHash(value: unknown): HashedFile | null {
  const { path, size, modified, hash, isSampled, unread } = fieldsOf(value);
  const content = isFingerprint(textOf(hash)) ? textOf(hash) : null;
  const reason = content === null ? whyUnread(unread) : null;
  return isPath(path) && (content ?? reason) !== null
    ? {
        path,
        size: countOf(size),
        modified: countOf(modified),
        hash: content,
        ...(content !== null && isSampled === true && { isSampled }),
        ...(reason && { unread: reason })
      }
    : null;
}

/** The files of a message about contents. */
export function decodeHashes(
  value: unknown,
  filter: Filter
): readonly HashedFile[] {
  return filter.each(Array.isArray(value) ? value : [], decodeHash);
}

/** The report with the contents that it lacked; null when none of them is its own. */
export function withHashes(
  report: ExecutionReport | null,
  files: readonly HashedFile[]
): ExecutionReport | null {
  let isChanged = false;
  const filled = report?.files?.map(use => {
    const found =
      use.hash === null &&
      use.size !== null &&
      files.find(
        ({ path, size, modified }) =>
          path === use.path && size === use.size && modified === use.modified
      );
    isChanged ||= Boolean(found);
    const { unread, ...rest } = use;
    return found
      ? {
          ...rest,
          hash: found.hash,
          ...(found.isSampled && { isSampled: found.isSampled }),
          ...(found.hash === null && { unread: found.unread ?? unread })
        }
      : use;
  });
  return report && filled && isChanged ? { ...report, files: filled } : null;
}
