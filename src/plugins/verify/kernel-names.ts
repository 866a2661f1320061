// Which kernel a notebook uses, and what it speaks.
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { ServiceManager } from '@jupyterlab/services';

/** The name of the kernelspec that a notebook uses, or would; empty when it names none. */
export function kernelNameOf(
  { sessionContext }: NotebookPanel,
  { kernelspecs }: ServiceManager.IManager
): string {
  return (
    sessionContext.session?.kernel?.name ??
    sessionContext.kernelPreference.name ??
    kernelspecs.specs?.default ??
    ''
  );
}

/** The language of a kernelspec in lower case; empty when it is not known. */
export function languageAt(
  { kernelspecs }: ServiceManager.IManager,
  kernelName: string
): string {
  return (
    kernelspecs.specs?.kernelspecs[kernelName]?.language ?? ''
  ).toLowerCase();
}
