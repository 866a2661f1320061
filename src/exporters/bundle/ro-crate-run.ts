// The part of a research object that tells what happened: cells, their executions, and the kernel that ran them.
import type { Json } from '../../model';
import { oneOrMore, urn } from './references';
import { addressOf, workPath, type Subject, type SubjectStep } from './subject';

type Entity = { readonly [property: string]: Json };

/** Entities with the identifiers that the root and the notebook refer to. */
export type RunEntities = {
  readonly entities: readonly Entity[];
  readonly actions: readonly string[];
  readonly tools: readonly string[];
  readonly steps: readonly string[];
};

/** What was run by what, when, with which inputs and results. */
export function runEntities(subject: Subject): RunEntities {
  const { plan } = subject;
  const parts = subject.steps.map((step, index) =>
    stepEntities(subject, step, index)
  );
  const session = urn(plan.runId, 'session');
  const whole = urn(plan.runId, 'whole');
  const engine = urn(plan.runId, 'kernel');
  const agent = agentOf(subject);
  const times = timesOf(subject);
  const inputs = subject.data.flatMap(({ content, inside }) =>
    content !== null && inside !== null ? [addressOf(workPath(inside))] : []
  );
  const results = subject.figures.map(({ path }) => addressOf(path));
  const tools = [...new Set(parts.map(({ tool }) => tool))];
  return {
    actions: [
      whole,
      session,
      ...parts.flatMap(({ action, control }) => [action, control])
    ],
    tools,
    steps: parts.map(({ howTo }) => howTo),
    entities: [
      ...uniqueById(parts.flatMap(({ entities }) => entities)),
      {
        '@id': whole,
        '@type': 'CreateAction',
        name: `Run ${plan.runNumber} of ${subject.title}`,
        description: `${plan.steps.length} cell executions.`,
        instrument: {
          '@id': addressOf(workPath(subject.notebookName))
        },
        ...times,
        agent: { '@id': agent['@id'] ?? '' },
        ...(inputs.length > 0 ? { object: oneOrMore(inputs) } : {}),
        result: oneOrMore(
          results.length > 0 ? results : [addressOf('run.json')]
        ),
        actionStatus: status(true)
      },
      {
        '@id': session,
        '@type': 'OrganizeAction',
        name: 'The kernel runs the cells',
        description: 'Cells in the order in which they ran.',
        instrument: { '@id': engine },
        ...times,
        agent: { '@id': agent['@id'] ?? '' },
        object: oneOrMore(parts.map(({ control }) => control)),
        result: { '@id': whole }
      },
      {
        '@id': engine,
        '@type': 'SoftwareApplication',
        name: subject.record.history.run.kernel.name || 'Jupyter kernel',
        description: plan.environment?.platform || 'A Jupyter kernel.'
      },
      agent
    ]
  };
}

function stepEntities(
  subject: Subject,
  { execution, label, step }: SubjectStep,
  index: number
): {
  readonly tool: string;
  readonly howTo: string;
  readonly action: string;
  readonly control: string;
  readonly entities: readonly Entity[];
} {
  const { runId } = subject.plan;
  const tool = urn('cell', step.sourceHash);
  const howTo = urn(runId, 'step', String(index));
  const action = urn(runId, 'execution', String(index));
  const control = urn(runId, 'control', String(index));
  const inputs = inputsOf(subject, { execution, label, step });
  const figures = subject.figures.filter(each => each.stepIndex === index);
  const hasFailed = step.status === 'error' || step.status === 'interrupted';
  return {
    tool,
    howTo,
    action,
    control,
    entities: [
      {
        '@id': tool,
        '@type': 'SoftwareApplication',
        name: label,
        version: step.sourceHash.slice(0, 12),
        description: step.source.slice(0, 200) || 'An empty cell.'
      },
      {
        '@id': howTo,
        '@type': 'HowToStep',
        position: String(index + 1),
        workExample: { '@id': tool }
      },
      {
        '@id': action,
        '@type': 'CreateAction',
        name: `Execution of ${label}`,
        description: step.source.slice(0, 200) || 'An empty cell.',
        instrument: { '@id': tool },
        ...(step.startedAt ? { startTime: step.startedAt } : {}),
        ...(execution?.finishedAt ? { endTime: execution.finishedAt } : {}),
        agent: { '@id': AUTHOR },
        ...(inputs.length > 0 ? { object: oneOrMore(inputs) } : {}),
        result: oneOrMore(
          figures.length > 0
            ? figures.map(({ path }) => addressOf(path))
            : [addressOf('run.json')]
        ),
        actionStatus: status(!hasFailed),
        ...(hasFailed ? { error: execution?.error?.ename || step.status } : {})
      },
      {
        '@id': control,
        '@type': 'ControlAction',
        name: `Step ${index + 1}`,
        description: `Runs ${label}.`,
        instrument: { '@id': howTo },
        object: { '@id': action }
      }
    ]
  };
}

/** Identifier of who ran it. */
export const AUTHOR = '#author';

function agentOf({ record }: Subject): Entity {
  return {
    '@id': AUTHOR,
    '@type': 'Person',
    name: record.context?.user || 'The author of the notebook'
  };
}

function inputsOf(
  { data }: Subject,
  { execution }: SubjectStep
): readonly string[] {
  const read = new Set(
    (execution?.report?.files ?? [])
      .filter(({ mode }) => mode !== 'write')
      .map(({ path }) => path)
  );
  return data.flatMap(({ content, inside, path }) =>
    content !== null && inside !== null && read.has(path)
      ? [addressOf(workPath(inside))]
      : []
  );
}

function timesOf({ plan, record, steps }: Subject): Entity {
  const startTime = steps[0]?.step.startedAt || plan.openedAt;
  const endTime =
    steps[steps.length - 1]?.execution?.finishedAt ||
    record.history.run.closedAt;
  return {
    ...(startTime ? { startTime } : {}),
    ...(endTime ? { endTime } : {})
  };
}

function status(isCompleted: boolean): Json {
  return isCompleted
    ? 'http://schema.org/CompletedActionStatus'
    : 'http://schema.org/FailedActionStatus';
}

function uniqueById(entities: readonly Entity[]): Entity[] {
  return [...new Map(entities.map(one => [one['@id'], one])).values()];
}
