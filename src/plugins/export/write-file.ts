// Writing a file so that it is there whole or not at all.
import type { Contents } from '@jupyterlab/services';

import type { ExportFile } from '../../exporters';

/** What writing needs of a contents manager. */
export type Writer = Pick<Contents.IManager, 'delete' | 'rename' | 'save'>;

/** Larger files are sent in pieces of this many bytes: servers limit the size of one request. */
const PIECE = 6 * 1024 * 1024;

/**
 * Writes under another name first and renames then, so that a full disk or a lost connection leaves no half of a file
 * and does not touch one that is to be replaced. Rejects as the contents manager does.
 */
export async function writeWhole(
  path: string,
  { content }: Pick<ExportFile, 'content'>,
  contents: Writer,
  isReplacing: boolean
): Promise<void> {
  const part = `${path}.part`;
  const old = `${path}.old`;
  try {
    await send(part, content, contents);
    if (isReplacing) {
      await contents.rename(path, old);
    }
    try {
      await contents.rename(part, path);
    } catch (error) {
      if (isReplacing) {
        await contents.rename(old, path);
      }
      throw error;
    }
  } catch (error) {
    await quietly(contents.delete(part));
    throw error;
  }
  if (isReplacing) {
    await quietly(contents.delete(old));
  }
}

async function send(
  path: string,
  content: ExportFile['content'],
  contents: Writer
): Promise<void> {
  if (typeof content === 'string') {
    await contents.save(path, { type: 'file', format: 'text', content });
    return;
  }
  const count = Math.max(1, Math.ceil(content.length / PIECE));
  for (let index = 0; index < count; index++) {
    const piece = content.subarray(index * PIECE, (index + 1) * PIECE);
    const number = index + 1 < count ? index + 1 : -1;
    await contents.save(path, {
      type: 'file',
      format: 'base64',
      content: base64Of(piece),
      ...(count > 1 ? { chunk: number } : {})
    });
  }
}

/** Removes what is of no use any more; where that fails too, the first fault is the one to tell. */
async function quietly(removal: Promise<void>): Promise<void> {
  try {
    await removal;
  } catch (error) {
    console.warn('Retrace could not remove a temporary file.', error);
  }
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
