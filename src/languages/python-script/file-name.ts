// A script's file name, from the notebook's name alone.

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** `classifier-run-3.py`: letters, digits, `.`, `_` and `-`, at most 100 characters, not reserved by any system. */
export function scriptFileName(
  notebookPath: string,
  runNumber: number,
  extension: string
): string {
  const base = notebookPath.slice(notebookPath.lastIndexOf('/') + 1);
  const stem = base
    .replace(/\.ipynb$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .slice(0, 60);
  const safe = RESERVED.test(stem) ? `notebook-${stem}` : stem;
  return `${safe || 'notebook'}-run-${runNumber}${extension}`;
}
