// Finds a Chromium for the tests in the browser, or gets one.

import * as debian from './debian.mjs';
import { nodeScript } from './places.mjs';
import { run, which } from './run.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable'
];

/** The path of the system's Chromium; empty for the one that Playwright downloaded. */
export async function ensureBrowser() {
  const find = () => process.env.RETRACE_CHROMIUM || which(...NAMES);
  let path = find();
  if (!path && debian.canInstall()) {
    await debian.install(['chromium']);
    path = find();
  }
  if (path) {
    return path;
  }
  const title = 'Downloading Chromium';
  console.log(`${title} …`);
  await run(title, process.execPath, [
    nodeScript('playwright', 'cli.js'),
    'install',
    'chromium'
  ]);
  return '';
}
