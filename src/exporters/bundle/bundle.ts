// One archive that stands alone: code, environment, data, recorded results, and a program that checks them.
import { languageOf, scriptFileName } from '../../languages';
import type { ScriptPlan } from '../../lineage';
import { gitStates, historyFileSchema, type Json } from '../../model';
import type { Exporter, ExportRecord } from '../exporter';
import { notebookText } from '../notebook';
import { refusalOf } from '../refusal';
import { checkProgram } from './check/program';
import type { BundleEntry } from './entry';
import { environmentFiles } from './environment-files';
import { patchFor } from './local-code';
import { manifestOf } from './manifest';
import { provOf } from './prov';
import { readmeOf } from './readme';
import { roCrateOf } from './ro-crate';
import { runJson } from './run-json';
import { PathSet } from './safe-path';
import { subjectOf, workPath, type Subject } from './subject';
import { zipOf } from './zip';

function isWritable(language: string): boolean {
  return languageOf(language)?.id === 'python';
}

/** A zip archive of everything that the slice needs, and of nothing else that was recorded. */
export const bundle: Exporter = {
  id: 'bundle',
  label: 'Bundle',

  accepts: isWritable,

  refusal: plan =>
    isWritable(plan.language) || !languageOf(plan.language)
      ? refusalOf(plan, 'bundles')
      : 'A bundle builds its environment and checks itself with Python, so there is none for other languages yet. The script and the notebook can be exported.',

  fileName: ({ notebookPath, runNumber }) =>
    scriptFileName(notebookPath, runNumber, '.zip'),

  render: (plan, record) => [
    {
      name: bundle.fileName(plan),
      content: zipOf(bundleEntries(plan, record), record.writtenAt),
      mediaType: 'application/zip'
    }
  ]
};

/** All files of the bundle, in the order in which a reader should meet them. Paths are relative, and each is there once. */
export function bundleEntries(
  plan: ScriptPlan,
  record: ExportRecord
): readonly BundleEntry[] {
  const subject = subjectOf(plan, record);
  const taken = new PathSet();
  const parts = [
    ...codeEntries(subject),
    ...environmentFiles(plan, record.lock),
    ...recordEntries(subject)
  ].filter(({ path }) => taken.take(path));
  const manifest: BundleEntry = {
    path: 'manifest.json',
    content: jsonText(manifestOf(subject, parts)),
    about: 'what check.py has to know, with a hash of every file'
  };
  const described = [...parts, manifest];
  const readme: BundleEntry = {
    path: 'README.md',
    content: readmeOf(subject, described),
    about: 'what this is and how to run it'
  };
  const crate: BundleEntry = {
    path: 'ro-crate-metadata.json',
    content: jsonText(roCrateOf(subject, [readme, ...described])),
    about: 'the bundle as a Provenance Run Crate'
  };
  return [readme, ...described, crate];
}

function codeEntries(subject: Subject): BundleEntry[] {
  const { data, modules, notebookName, plan, record, scriptName } = subject;
  const syntax = languageOf(plan.language)?.script;
  return [
    {
      path: 'check.py',
      content: checkProgram,
      about: 'runs the script again and compares'
    },
    {
      path: workPath(scriptName),
      content: syntax?.render(plan) ?? '',
      about: 'what ran, as a script'
    },
    {
      path: workPath(notebookName),
      content: notebookText(plan, record, 'python3'),
      about: 'what ran, as a notebook with the recorded outputs'
    },
    ...modules.flatMap(({ name, path, text }) =>
      text === null
        ? []
        : [{ path: workPath(path), content: text, about: `module ${name}` }]
    ),
    ...data.flatMap(({ content, inside }) =>
      content === null || inside === null
        ? []
        : [{ path: workPath(inside), content, about: 'data that was read' }]
    )
  ];
}

function recordEntries(subject: Subject): BundleEntry[] {
  const { data, figures, modules, plan, record } = subject;
  const paths = [
    ...modules.map(({ path }) => path),
    ...data.flatMap(({ inside }) => inside ?? [])
  ];
  const [git] = gitStates(record.context).slice(-1);
  const patch = patchFor(git?.diff ?? '', paths);
  return [
    {
      path: 'run.json',
      content: jsonText(runJson(plan, record)),
      about: 'the recorded executions with their outputs'
    },
    {
      path: 'recorded/run.schema.json',
      content: jsonText(historyFileSchema),
      about: 'JSON schema of run.json'
    },
    ...figures,
    ...(patch === ''
      ? []
      : [
          {
            path: 'recorded/git.patch',
            content: patch,
            about: 'changes to these files that were not committed'
          }
        ]),
    {
      path: 'prov.json',
      content: jsonText(provOf(subject)),
      about: 'the same history as W3C PROV'
    }
  ];
}

function jsonText(value: Json): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
