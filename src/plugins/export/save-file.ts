// Saves an exported file, and asks before it replaces anything.
import { Dialog, Notification, showDialog } from '@jupyterlab/apputils';
import type { Contents } from '@jupyterlab/services';

import type { ExportFile } from '../../exporters';
import type { Translator } from '../../model';
import { folderOf, freeName, saveFailure, statusOf } from './saving';
import { writeWhole } from './write-file';

/** What saving works with. */
export type SaveOptions = {
  readonly contents: Contents.IManager;
  readonly translator: Translator;
  /** The script, which can be copied when saving failed. */
  readonly copied: string;
  /** Opens a saved file. */
  open(path: string): void;
  /** Puts the script on the clipboard; offered when saving failed. */
  copy(text: string): void;
};

/** Saves at a path, or tells why not. Resolves when the user has been told. */
export async function saveAt(
  wanted: string,
  file: ExportFile,
  options: SaveOptions
): Promise<void> {
  const { contents, copied, translator } = options;
  let path = wanted;
  try {
    let isThere = await exists(path, contents);
    if (isThere) {
      const folder = folderOf(path, contents.driveName(path));
      const wantedName = path.slice(folder.length);
      const name = await chooseName(folder, wantedName, options);
      if (name === null) {
        return;
      }
      path = folder + name;
      isThere = name === wantedName;
    }
    await writeWhole(path, file, contents, isThere);
  } catch (error) {
    Notification.error(saveFailure({ error, path }, translator), {
      autoClose: false,
      actions: [
        {
          label: translator.__('Copy Script'),
          callback: () => options.copy(copied)
        }
      ]
    });
    return;
  }
  Notification.success(translator.__('Saved %1.', path), {
    autoClose: 8000,
    actions: [
      { label: translator.__('Open'), callback: () => options.open(path) }
    ]
  });
}

async function exists(
  path: string,
  contents: Contents.IManager
): Promise<boolean> {
  try {
    await contents.get(path, { content: false });
    return true;
  } catch (error) {
    if (statusOf(error) === 404) {
      return false;
    }
    throw error;
  }
}

/** The name to save under after all; null when the user would rather not. */
async function chooseName(
  folder: string,
  name: string,
  { contents, translator }: SaveOptions
): Promise<string | null> {
  const listing = await contents.get(folder, { content: true });
  const entries: readonly Contents.IModel[] = listing.content;
  const free = freeName(
    name,
    new Set([...entries.map(each => each.name), name])
  );
  const { button } = await showDialog({
    title: translator.__('%1 is there already', name),
    body: translator.__(
      'There is a file of this name in the folder. Keep it and save as %1, or replace it?',
      free
    ),
    buttons: [
      Dialog.cancelButton({ label: translator.__('Cancel') }),
      Dialog.warnButton({
        label: translator.__('Replace'),
        actions: ['replace']
      }),
      Dialog.okButton({ label: translator.__('Save as %1', free) })
    ]
  });
  if (!button.accept) {
    return null;
  }
  return button.actions.includes('replace') ? name : free;
}
