// How much lies in the folder of a notebook, as far as the server's listings tell it at reasonable cost.
import type { Contents } from '@jupyterlab/services';

/** What was counted. */
export type FolderSize = {
  readonly files: number;
  readonly bytes: number;
  /** False when there is more than was looked at. */
  readonly isWhole: boolean;
};

/** No more folders than this are listed. */
const LISTINGS = 40;

/** Counts files below a folder; hidden ones are not listed by servers and do not count. */
export async function folderSize(
  contents: Pick<Contents.IManager, 'get'>,
  folder: string
): Promise<FolderSize> {
  const waiting = [folder];
  let [files, bytes, listings] = [0, 0, 0];
  let isWhole = true;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    listings += 1;
    if (listings > LISTINGS) {
      isWhole = false;
      break;
    }
    const listing = await contents.get(next, { content: true });
    const entries: readonly Contents.IModel[] = listing.content;
    for (const { path, size, type } of entries) {
      if (type === 'directory') {
        waiting.push(path);
      } else {
        files += 1;
        bytes += size ?? 0;
      }
    }
  }
  return { files, bytes, isWhole };
}
