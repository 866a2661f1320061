// Which modules come from an installed distribution or from Python itself, and not from a file of the user's.
import type { ScriptPlan } from '../../lineage';
import { STANDARD_LIBRARY } from './stdlib';

/** Distributions whose modules have another name. */
const MODULES: Readonly<Record<string, string>> = {
  beautifulsoup4: 'bs4',
  'opencv-python': 'cv2',
  pillow: 'PIL',
  'python-dateutil': 'dateutil',
  pyyaml: 'yaml',
  'scikit-image': 'skimage',
  'scikit-learn': 'sklearn'
};

/** True for modules whose import may move: they are installed, as far as the plan tells. */
export function knownModules({
  environment,
  requires
}: ScriptPlan): (module: string) => boolean {
  const known = new Set(Object.keys(environment?.modules ?? {}));
  for (const { name } of requires) {
    const plain = name.toLowerCase().replace(/[-_.]+/g, '-');
    known.add(MODULES[plain] ?? plain.replace(/-/g, '_'));
  }
  return module => STANDARD_LIBRARY.has(module) || known.has(module);
}
