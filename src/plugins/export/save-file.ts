// Saves a script beside its notebook, and asks before it replaces anything.
import { Dialog, Notification, showDialog } from '@jupyterlab/apputils';
import type { Contents } from '@jupyterlab/services';

import type { ExportFile } from '../../exporters';
import type { Translator } from '../../model';
import { folderOf, freeName, saveFailure, statusOf } from './saving';

/** What saving works with. */
export type SaveOptions = {
  readonly contents: Contents.IManager;
  readonly translator: Translator;
  /** Opens a saved file. */
  open(path: string): void;
  /** Puts the script on the clipboard; offered when saving failed. */
  copy(text: string): void;
};

/** Saves, or tells why not. Resolves when the user has been told. */
export async function saveBeside(
  notebookPath: string,
  file: ExportFile,
  options: SaveOptions
): Promise<void> {
  const { contents, translator } = options;
  const folder = folderOf(notebookPath, contents.driveName(notebookPath));
  let path = folder + file.name;
  try {
    if (await exists(path, contents)) {
      const name = await chooseName(folder, file.name, options);
      if (name === null) {
        return;
      }
      path = folder + name;
    }
    await contents.save(path, {
      type: 'file',
      format: 'text',
      content: file.content
    });
  } catch (error) {
    Notification.error(saveFailure({ error, path }, translator), {
      autoClose: false,
      actions: [
        {
          label: translator.__('Copy Script'),
          callback: () => options.copy(file.content)
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
      'A file of this name stands beside the notebook. Keep it and save the script as %1, or replace it?',
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
