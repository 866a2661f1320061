// What the check program has to know of a bundle.
import { pythonSeries, showsTimes } from '../../languages';
import { hashOf, type Json } from '../../model';
import type { BundleEntry } from './entry';
import type { Subject, SubjectStep } from './subject';
import { sizeOf } from './zip';

const HANGS_ON = {
  unseeded: 'it hangs on random numbers without a seed',
  'hash-order': 'it hangs on the order in which a set gives its texts',
  address: 'it hangs on where values lie in memory',
  clock: 'it hangs on the clock or another thing that differs each time',
  network: 'it hangs on the answer of a server',
  folder: 'it hangs on which files are in a folder'
} as const;

/** `manifest.json`: what to run, which files it needs, what each cell may do, and the hash of every other file. */
export function manifestOf(
  subject: Subject,
  entries: readonly BundleEntry[]
): Json {
  const { data, notebookName, plan, scriptName, steps } = subject;
  return {
    format: 'retrace-bundle',
    version: 1,
    script: scriptName,
    notebook: notebookName,
    python: pythonSeries(plan.environment?.languageVersion ?? ''),
    steps: steps.map(each => ({
      executionId: each.step.executionId,
      title: each.label,
      mayDiffer: mayDiffer(each),
      showsTimes: showsTimes(each.step.source)
    })),
    data: data.map(
      ({ content, hash, inside, isAssumed, path, size, whyLeftOut }) => ({
        path: inside ?? path,
        isIncluded: content !== null,
        leftOut: whyLeftOut,
        isAssumed,
        size: content?.length ?? size,
        hash:
          content !== null
            ? `sha256:${hashOf(content)}`
            : hash !== null && /^[0-9a-f]{32}$/.test(hash)
              ? `blake2b:${hash}`
              : null
      })
    ),
    files: entries.map(entry => ({
      path: entry.path,
      size: sizeOf(entry),
      sha256: hashOf(entry.content)
    }))
  };
}

/** Why a cell need not show the same again; empty when nothing is known to vary. */
export function mayDiffer({ step }: SubjectStep): string {
  return (step.hangsOn ?? []).map(kind => HANGS_ON[kind]).join(', and ');
}
