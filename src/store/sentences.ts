// Every sentence that the store has for the user, each with what to do.
import type { StoreState } from '../tokens';

/** What keeps the store from writing to IndexedDB. */
export type Obstacle =
  'missing' | 'denied' | 'silent' | 'damaged' | 'full' | 'unsteady' | 'newer';

const onlyHere = 'the history is kept only until this page is closed.';

const obstacleSentences: { readonly [Name in Obstacle]: string } = {
  missing: `This browser offers no storage to this page, so ${onlyHere} Open JupyterLab in an ordinary window of a browser with IndexedDB to keep it.`,
  denied: `The browser does not let this page store anything, so ${onlyHere} Allow site data for this address in the browser’s settings and reload the page.`,
  silent: `The browser’s storage does not answer, so ${onlyHere} Reload the page to try again.`,
  damaged: `The browser’s storage for this address is damaged, so ${onlyHere} To repair it, export what you need, clear the site data of this address in the browser’s settings, and reload the page.`,
  full: `The browser has no room left, so ${onlyHere} Free space on the disk and reload the page; after that you can also delete runs.`,
  unsteady: `The browser’s storage fails again and again, so ${onlyHere} Reload the page to try again.`,
  newer:
    'A newer version of Retrace has taken over the history in another tab. Reload this tab to go on; what runs here until then is not kept.'
};

/** Why the database is not written to, and what to do. */
export function obstacleSentence(obstacle: Obstacle): string {
  return obstacleSentences[obstacle];
}

export const headsOnlySentence =
  'The space for the history is used up: executions are still recorded, but their outputs are not kept. Delete runs, free space on the disk, or raise the limit in the settings of Retrace.';

export const blockedSentence =
  'Another tab keeps the history open with an older version of Retrace. Close or reload the other JupyterLab tabs.';

/** While writes are being tried again. */
export function failingSentence(droppedOutputs: number): string {
  const dropped =
    droppedOutputs === 0
      ? 'Nothing is lost so far.'
      : `The outputs of ${droppedOutputs} executions could not be held and are lost.`;
  return `Writing the history fails at the moment and is being tried again. ${dropped} Keep this page open.`;
}

/** For the gap in a run whose outputs were left out. */
export const outputsDroppedDetail =
  'Outputs were not kept, as there was no room for them.';

/** For what is not known of a run's context whose record is damaged. */
export const lostContextSentence =
  'The browser lost what was recorded of this.';

/** For the gap in a run where the browser refused a record. */
export const refusedDetail = 'The browser could not store some records.';

/** Runs that are gone; `date` as `2026-11-21`, null when not known. */
export function lostRunsSentence(runs: number, date: string | null): string {
  const what = runs === 1 ? '1 run' : `${runs} runs`;
  return `${what} recorded at this address${before(date)} ${runs === 1 ? 'is' : 'are'} gone: ${cause}`;
}

/** Executions that are gone from runs that are still there. */
export function lostExecutionsSentence(
  executions: number,
  date: string | null
): string {
  const what = executions === 1 ? '1 execution' : `${executions} executions`;
  return `${what} recorded at this address${before(date)} ${executions === 1 ? 'is' : 'are'} gone: ${cause}`;
}

/** Something is gone, and nobody knows how much. */
export const lostAllSentence = `What was recorded at this address earlier is gone: the browser found its storage damaged and emptied it. Export a script of what matters, so that it outlives the browser.`;

export const spareSentence =
  'What was recorded at this address earlier cannot be read, as the browser’s storage is damaged; new runs are kept in a spare place. To repair it, clear the site data of this address in the browser’s settings.';

const cause =
  'the site data of this browser was cleared or damaged. Export a script of what matters, so that it outlives the browser.';

function before(date: string | null): string {
  return date === null ? '' : ` before ${date}`;
}

/** A state without a message. */
export function plainState(
  condition: 'opening' | 'ready',
  loss: string
): StoreState {
  return { condition, message: '', loss };
}
