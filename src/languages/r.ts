// R, as IRkernel runs it.
import { analyseR } from '../analysis';
import type { Language } from './language';
import { memoised } from './memo';
import { rProbe } from './r.probe';
import { renderR } from './r-script';

/** Everything that Retrace knows about R. */
export const r: Language = {
  id: 'r',
  matches: kernelLanguage => /^r$/i.test(kernelLanguage),
  analyse: memoised(analyseR),
  probe: rProbe,
  script: { extension: '.R', mediaType: 'text/x-rsrc', render: renderR }
};
