// Names of the commands that the panel provides, and of others' that it offers where they exist.

export const commandIds = {
  openHistory: 'retrace:open-history',
  toggleRecording: 'retrace:toggle-recording',
  clearNotebook: 'retrace:clear-notebook-history',
  clearAll: 'retrace:clear-all-history',
  pinRun: 'retrace:pin-run',
  deleteRun: 'retrace:delete-run',
  restoreExecution: 'retrace:restore-execution',
  showCellHistory: 'retrace:show-cell-history',
  exportRun: 'retrace:export-run',
  exportExecution: 'retrace:export-execution',
  exportSelection: 'retrace:export-selection',
  exportHistory: 'retrace:export-history',
  showGraph: 'retrace:show-graph',
  showEnvironment: 'retrace:show-environment',
  why: 'retrace:why',
  dismissFinding: 'retrace:dismiss-finding',
  dismissRule: 'retrace:dismiss-kind-of-finding',
  restoreFinding: 'retrace:restore-finding',
  dismissCell: 'retrace:dismiss-cell-findings',
  restoreAll: 'retrace:restore-dismissed-findings',
  aboutFinding: 'retrace:about-finding',
  openSettings: 'settingeditor:open'
} as const;
