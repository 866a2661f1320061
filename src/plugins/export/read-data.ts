// Data files of a notebook, read where the server keeps them.
import type { Contents } from '@jupyterlab/services';

import type { DataFile } from '../../exporters';

/** The content of each file by its path; those that cannot be read are missing. */
export async function readDataFiles(
  files: readonly DataFile[],
  folder: string,
  contents: Pick<Contents.IManager, 'get'>
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const { inside, path } of files) {
    const bytes =
      inside === null ? null : await bytesOf(`${folder}${inside}`, contents);
    if (bytes) {
      found.set(path, bytes);
    }
  }
  return found;
}

/** A file that is gone meanwhile, or that the server does not show, is no reason to give up the others. */
async function bytesOf(
  path: string,
  contents: Pick<Contents.IManager, 'get'>
): Promise<Uint8Array | null> {
  try {
    const { content } = await contents.get(path, {
      type: 'file',
      format: 'base64',
      content: true
    });
    return typeof content === 'string'
      ? Uint8Array.from(atob(content), letter => letter.charCodeAt(0))
      : null;
  } catch (error) {
    console.warn(`Retrace could not read ${path} for a bundle.`, error);
    return null;
  }
}
