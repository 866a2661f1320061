// A Chromium that a test can kill as an operating system does, with a profile that outlives it.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { chromium, type Browser, type Page } from '@playwright/test';

/** A running browser with a profile of its own. */
export class KillableBrowser {
  private constructor(
    private readonly _process: ChildProcess,
    private readonly _browser: Browser
  ) {}

  static async launch(options: {
    readonly executablePath: string | undefined;
    readonly args: readonly string[];
    readonly profile: string;
  }): Promise<KillableBrowser> {
    const child = spawn(
      options.executablePath ?? chromium.executablePath(),
      [
        ...options.args,
        '--headless=new',
        '--remote-debugging-port=0',
        `--user-data-dir=${options.profile}`,
        'about:blank'
      ],
      { detached: true, stdio: ['ignore', 'ignore', 'pipe'] }
    );
    const address = await debuggerAddress(child);
    return new KillableBrowser(child, await chromium.connectOverCDP(address));
  }

  async page(): Promise<Page> {
    const [context] = this._browser.contexts();
    return context?.pages()[0] ?? this._browser.newPage();
  }

  /** Kills the browser with all its processes, in the middle of whatever it does. */
  async kill(): Promise<void> {
    const gone = once(this._process, 'exit');
    if (this._process.pid !== undefined && this._process.exitCode === null) {
      process.kill(-this._process.pid, 'SIGKILL');
      await gone;
    }
  }
}

async function debuggerAddress(child: ChildProcess): Promise<string> {
  if (child.stderr === null) {
    throw new Error('The browser has no error stream.');
  }
  for await (const line of createInterface({ input: child.stderr })) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address !== undefined) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error('The browser ended before it could be driven.');
}
