// What drift is in one sentence.
import type { Drift } from '../../facts';
import type { Translator } from '../../model';
import { itemText } from '../environment/words';

/** Differences that are named. */
const NAMED = 3;

/** `Shown outputs are from run 3, under another environment: numpy 1.26 → 2.1, and 2 more.` */
export function driftSentence(drift: Drift, translator: Translator): string {
  const { items, packages, producer } = drift;
  const absent = translator.__('not installed');
  const changes = [
    ...items.map(({ after, before, item }) =>
      translator.__('%1 %2 → %3', itemText(item, translator), before, after)
    ),
    ...packages.map(({ after, before, isOriginOnly, name }) =>
      isOriginOnly
        ? translator.__('%1 from elsewhere', name)
        : translator.__('%1 %2 → %3', name, before ?? absent, after ?? absent)
    )
  ];
  const named = changes.slice(0, NAMED).join(', ');
  const rest = changes.length - NAMED;
  return rest <= 0
    ? translator.__(
        'Shown outputs are from run %1, under another environment than the kernel’s: %2.',
        producer.run.number,
        named
      )
    : translator._n(
        'Shown outputs are from run %2, under another environment than the kernel’s: %3, and %1 more.',
        'Shown outputs are from run %2, under another environment than the kernel’s: %3, and %1 more.',
        rest,
        producer.run.number,
        named
      );
}
