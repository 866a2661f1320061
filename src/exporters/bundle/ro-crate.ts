// A bundle as a research object: Provenance Run Crate 0.5 on RO-Crate 1.1.
import { pythonSeries } from '../../languages';
import { hashOf, type Json } from '../../model';
import type { BundleEntry } from './entry';
import { oneOrMore } from './references';
import { AUTHOR, runEntities } from './ro-crate-run';
import { addressOf, mediaTypeOf, workPath, type Subject } from './subject';
import { sizeOf } from './zip';

type Entity = { readonly [property: string]: Json };

const PROFILES: readonly (readonly [string, string, string])[] = [
  ['https://w3id.org/ro/wfrun/process/0.5', 'Process Run Crate', '0.5'],
  ['https://w3id.org/ro/wfrun/workflow/0.5', 'Workflow Run Crate', '0.5'],
  ['https://w3id.org/ro/wfrun/provenance/0.5', 'Provenance Run Crate', '0.5'],
  [
    'https://w3id.org/workflowhub/workflow-ro-crate/1.0',
    'Workflow RO-Crate',
    '1.0'
  ]
];

/** `ro-crate-metadata.json`: the notebook is the workflow, its cells are tools, executions are actions. */
export function roCrateOf(
  subject: Subject,
  entries: readonly BundleEntry[]
): Json {
  const { plan, record, title } = subject;
  const run = runEntities(subject);
  const files = entries.filter(
    ({ path }) => path !== workPath(subject.notebookName)
  );
  const root: Entity = {
    '@id': './',
    '@type': 'Dataset',
    name: `What ran in ${title}`,
    description: `${plan.steps.length} cell executions of run ${plan.runNumber} of ${title}, with code, environment, data and outputs.`,
    datePublished: record.writtenAt,
    license: { '@id': '#license' },
    author: { '@id': AUTHOR },
    conformsTo: PROFILES.map(([id]) => ({ '@id': id })),
    mainEntity: { '@id': notebookId(subject) },
    hasPart: [
      { '@id': notebookId(subject) },
      ...files.map(({ path }) => ({ '@id': addressOf(path) }))
    ],
    mentions: run.actions.map(id => ({ '@id': id }))
  };
  return {
    '@context': [
      'https://w3id.org/ro/crate/1.1/context',
      'https://w3id.org/ro/terms/workflow-run/context'
    ],
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        conformsTo: [
          { '@id': 'https://w3id.org/ro/crate/1.1' },
          { '@id': 'https://w3id.org/workflowhub/workflow-ro-crate/1.0' }
        ],
        about: { '@id': './' }
      },
      root,
      ...PROFILES.map(([id, name, version]) => ({
        '@id': id,
        '@type': 'CreativeWork',
        name,
        version
      })),
      {
        '@id': '#license',
        '@type': 'CreativeWork',
        name: 'No license stated',
        description: 'The author of the notebook decides how it may be used.'
      },
      notebookEntity(subject, run.tools, run.steps),
      languageEntity(subject),
      ...packageEntities(subject),
      ...files.map(fileEntity),
      ...run.entities
    ]
  };
}

/** The identifier of the notebook. */
function notebookId({ notebookName }: Subject): string {
  return addressOf(workPath(notebookName));
}

function notebookEntity(
  subject: Subject,
  tools: readonly string[],
  steps: readonly string[]
): Entity {
  const packages = packageEntities(subject);
  return {
    '@id': notebookId(subject),
    '@type': ['File', 'SoftwareSourceCode', 'ComputationalWorkflow', 'HowTo'],
    name: subject.title,
    conformsTo: {
      '@id': 'https://bioschemas.org/profiles/ComputationalWorkflow/1.0-RELEASE'
    },
    encodingFormat: 'application/x-ipynb+json',
    programmingLanguage: { '@id': '#language' },
    version: String(subject.plan.runNumber),
    hasPart: oneOrMore(tools),
    step: oneOrMore(steps),
    ...(packages.length > 0
      ? {
          softwareRequirements: oneOrMore(
            packages.map(each => String(each['@id']))
          )
        }
      : {})
  };
}

function languageEntity({ plan }: Subject): Entity {
  const version = plan.environment?.languageVersion ?? '';
  const series = pythonSeries(version);
  return {
    '@id': '#language',
    '@type': 'ComputerLanguage',
    name: 'Python',
    identifier: 'https://www.python.org/',
    url: 'https://www.python.org/',
    ...(series === null ? {} : { version })
  };
}

function packageEntities({ plan }: Subject): Entity[] {
  return plan.requires.map(({ name, version }) => ({
    '@id': `pkg:pypi/${encodeURIComponent(name.toLowerCase())}@${encodeURIComponent(version)}`,
    '@type': 'SoftwareApplication',
    name,
    version
  }));
}

function fileEntity(entry: BundleEntry): Entity {
  const { about, content, path } = entry;
  return {
    '@id': addressOf(path),
    '@type': 'File',
    name: path.slice(path.lastIndexOf('/') + 1),
    description: about,
    encodingFormat: mediaTypeOf(entry),
    contentSize: String(sizeOf(entry)),
    sha256: hashOf(content),
    ...(path === 'README.md' ? { about: { '@id': './' } } : {})
  };
}
