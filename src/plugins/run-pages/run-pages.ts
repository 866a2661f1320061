// Pages about runs in the main area.
import type { ILayoutRestorer, JupyterFrontEnd } from '@jupyterlab/application';
import { MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils';
import type { ReadonlyJSONObject } from '@lumino/coreutils';
import type { Widget } from '@lumino/widgets';

import { languageOf } from '../../languages';

/** What makes one kind of page. */
export type RunPageOptions<Content extends Widget> = {
  readonly app: JupyterFrontEnd;
  /** Name of the kind: of the restored pages as a set, and a part of each page's id. */
  readonly name: string;
  /** A new page about what the key names. */
  readonly create: (key: string) => Content;
};

/** Pages of one kind: one for each key, brought to the front when it is there already. */
export class RunPages<Content extends Widget> {
  constructor(private readonly _options: RunPageOptions<Content>) {
    this._opened = new WidgetTracker({ namespace: `retrace-${_options.name}` });
    this._prefix = `jp-retrace-${_options.name}-`;
  }

  /** The page of a key is in front afterwards. */
  open(key: string): void {
    const { app } = this._options;
    const id = `${this._prefix}${key}`;
    const page = this._opened.find(each => each.id === id) ?? this._new(id);
    if (!page.isAttached) {
      void this._opened.add(page);
      app.shell.add(page, 'main');
    }
    app.shell.activateById(id);
  }

  /** A reload opens the pages again, each by the command with the arguments that `argsOf` gives for its key. */
  restore(
    restorer: ILayoutRestorer | null,
    command: string,
    argsOf: (key: string) => ReadonlyJSONObject
  ): void {
    void restorer?.restore(this._opened, {
      command,
      args: page => argsOf(this._keyOf(page.id)),
      name: page => page.id
    });
  }

  private _keyOf(id: string): string {
    return id.slice(this._prefix.length);
  }

  private _new(id: string): MainAreaWidget<Content> {
    const content = this._options.create(this._keyOf(id));
    const page = new MainAreaWidget({ content });
    page.id = id;
    page.toolbar.hide();
    return page;
  }

  private readonly _opened: WidgetTracker<MainAreaWidget<Content>>;
  private readonly _prefix: string;
}

/** Clock, timers and analysis as the models of such pages take them. */
export const pageServices = {
  analyserOf: (language: string) => languageOf(language)?.analyse,
  now: () => performance.now(),
  schedule: (callback: () => void, delayMs: number) => {
    const timer = window.setTimeout(callback, delayMs);
    return () => window.clearTimeout(timer);
  }
};
