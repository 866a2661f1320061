// The facts of a run -> the page, as plain data.
import type { RunFacts } from '../../facts';
import type { Locale } from '../runs/words';
import type { Section } from '../sections';
import { codeSection, trackersSection } from './code';
import { dataSection, profilesSection } from './data';
import { machineSection } from './machine';
import { omissionsSection } from './omissions';
import { randomnessSection } from './randomness';
import { packagesSection, platformSection } from './software';
import { valuesSection, type ValueChoice } from './values';

/** What of the page the user chose. */
export type PageChoice = {
  readonly values: ValueChoice;
  readonly showsHidden: boolean;
};

/** All sections but the checklist and the series, in the order of the page. */
export function pageSections(
  facts: RunFacts,
  choice: PageChoice,
  locale: Locale
): readonly Section[] {
  const { translator } = locale;
  const trackers = trackersSection(facts, translator);
  const omissions = omissionsSection(facts, translator);
  return [
    valuesSection(facts, choice.values, choice.showsHidden, translator),
    dataSection(facts, locale),
    profilesSection(facts, translator),
    randomnessSection(facts, translator),
    packagesSection(facts, translator),
    platformSection(facts, translator),
    machineSection(facts, locale),
    codeSection(facts, translator),
    ...(trackers ? [trackers] : []),
    ...(omissions ? [omissions] : [])
  ];
}
