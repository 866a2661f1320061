// Python, as ipykernel and its relatives run it.
import { analysePython, dryRuns } from '../analysis';
import type { Language } from './language';
import { memoised } from './memo';
import { renderPython } from './python-script';
import { pythonProbe } from './python.probe';

/** Everything that Retrace knows about Python. */
export const python: Language = {
  id: 'python',
  matches: kernelLanguage =>
    /^(?:python[23]?|ipython[23]?)$/i.test(kernelLanguage),
  analyse: memoised(analysePython),
  dryRuns,
  probe: pythonProbe,
  script: {
    extension: '.py',
    mediaType: 'text/x-python',
    render: renderPython
  }
};
