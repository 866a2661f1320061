// One JupyterLab for all specs, on the port and with the browser that scripts/lib/ui-tests.mjs found.
import base from '@jupyterlab/galata/lib/playwright-config.js';

const {
  RETRACE_UI_BROWSER: browser,
  RETRACE_UI_PORT: port = '8898',
  RETRACE_UI_PYTHON: python = 'python',
  RETRACE_UI_RESULTS: results = 'test-results/results.json',
  RETRACE_UI_WORKERS: workers = '2'
} = process.env;

const baseURL = `http://localhost:${port}`;

export default {
  ...base,
  projects: [
    { name: 'tests', testDir: 'tests' },
    { name: 'screenshots', testDir: 'screenshots' },
    { name: 'bench', testDir: 'bench' }
  ],
  outputDir: 'test-results',
  reporter: [['list'], ['json', { outputFile: results }]],
  workers: Number(workers),
  fullyParallel: true,
  // A browser, a server and kernels share what may be two busy cores; a second try is counted and said.
  retries: 1,
  timeout: 150_000,
  // How long a condition may take to come true on a machine with other work; none is waited for longer than it takes.
  expect: { ...base.expect, timeout: 30_000 },
  use: {
    ...base.use,
    baseURL,
    trace: 'off',
    video: 'off',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    }
  },
  webServer: {
    command: `"${python}" -m jupyterlab --config jupyter_server_test_config.py`,
    url: `${baseURL}/lab`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    reuseExistingServer: false
  }
};
