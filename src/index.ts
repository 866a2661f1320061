import type { JupyterFrontEndPlugin } from '@jupyterlab/application';

/** The list of plugins; nothing else. */
const plugins: JupyterFrontEndPlugin<unknown>[] = [];

export default plugins;
