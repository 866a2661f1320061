// Runs specs in Chromium against a JupyterLab of their own: a free port, and folders that nothing else uses.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { ensureBrowser } from './browser.mjs';
import { commandsOf, nodeScript, pythonOf, root, venv } from './places.mjs';
import { foreground } from './run.mjs';

/** A port that is free at this moment. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Kernels say nothing on the server's terminal but errors. */
function quietKernels(ipython) {
  const profile = join(ipython, 'profile_default');
  mkdirSync(profile, { recursive: true });
  writeFileSync(
    join(profile, 'ipython_kernel_config.py'),
    'c = get_config()\nc.IPKernelApp.log_level = "ERROR"\n'
  );
  return ipython;
}

/** Environment of a server that shares nothing with the user's own Jupyter. */
function serverEnvironment(folder, port, browser) {
  const inside = name => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  return {
    ...process.env,
    PATH: [commandsOf(venv), process.env.PATH].join(delimiter),
    IPYTHONDIR: quietKernels(inside('ipython')),
    JUPYTER_CONFIG_DIR: inside('config'),
    JUPYTER_DATA_DIR: inside('data'),
    JUPYTER_RUNTIME_DIR: inside('runtime'),
    JUPYTERLAB_GALATA_ROOT_DIR: inside('notebooks'),
    JUPYTERLAB_SETTINGS_DIR: inside('settings'),
    MPLCONFIGDIR: inside('matplotlib'),
    RETRACE_UI_BROWSER: browser,
    RETRACE_UI_PORT: String(port),
    RETRACE_UI_PYTHON: pythonOf(venv),
    RETRACE_UI_RESULTS: join(folder, 'results.json')
  };
}

/** What Playwright's JSON report counts; an error outside any test counts as a failure, a second try is said. */
function countsOf(path) {
  if (!existsSync(path)) {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const { stats, errors } = JSON.parse(readFileSync(path, 'utf8'));
  if (stats.flaky > 0) {
    console.log(`${stats.flaky} of the tests passed at the second try only.`);
  }
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped
  };
}

/** Runs the specs of a project of ui-tests/playwright.config.mjs; gives counts and Playwright's exit code. */
export async function runSpecs(project, args = []) {
  const browser = await ensureBrowser();
  const folder = mkdtempSync(join(tmpdir(), 'retrace-ui-'));
  try {
    const env = serverEnvironment(folder, await freePort(), browser);
    const script = nodeScript('@playwright', 'test', 'cli.js');
    const status = await foreground(
      process.execPath,
      [script, 'test', `--project=${project}`, ...args],
      { cwd: join(root, 'ui-tests'), env }
    );
    const counts = countsOf(env.RETRACE_UI_RESULTS);
    const isCounted = status === 0 || counts.failed > 0;
    return { status, ...counts, failed: isCounted ? counts.failed : 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
