// R, as IRkernel runs it.
import { analyseR } from '../analysis';
import type { Language } from './language';
import { rProbe } from './r.probe';
import { renderR } from './r-script';

/** Everything that Retrace knows about R. */
export const r: Language = {
  id: 'r',
  matches: kernelLanguage => /^r$/i.test(kernelLanguage),
  analyse: analyseR,
  probe: rProbe,
  script: { extension: '.R', mediaType: 'text/x-rsrc', render: renderR }
};
