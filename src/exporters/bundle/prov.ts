// A bundle's history as W3C PROV-JSON.
import { hashOf, type Json } from '../../model';
import type { Subject, SubjectStep } from './subject';
import { uuidOf, workPath } from './subject';

type Relations = { [id: string]: Json };

const PLAN: Json = { $: 'prov:Plan', type: 'prov:QUALIFIED_NAME' };
const AGENT: Json = { $: 'prov:SoftwareAgent', type: 'prov:QUALIFIED_NAME' };
const PERSON: Json = { $: 'prov:Person', type: 'prov:QUALIFIED_NAME' };

/** `prov.json`: executions are activities, cells are plans, files and outputs are entities. */
export function provOf(subject: Subject): Json {
  const writer = new ProvWriter(subject);
  subject.steps.forEach((each, index) => writer.addStep(each, index));
  return writer.done();
}

class ProvWriter {
  constructor(private readonly subject: Subject) {
    const { context, history } = subject.record;
    const { environment } = subject.plan;
    this.agents['retrace:kernel'] = {
      'prov:type': AGENT,
      'prov:label':
        `${environment?.implementation || history.run.kernel.language} ${environment?.languageVersion ?? ''}`.trim()
    };
    if (context?.user) {
      this.agents['retrace:author'] = {
        'prov:type': PERSON,
        'prov:label': context.user
      };
      this.acted['_:acted'] = {
        'prov:delegate': 'retrace:kernel',
        'prov:responsible': 'retrace:author'
      };
    }
  }

  /** One execution with the code that it ran, what it read and what it left. */
  addStep({ execution, label, step }: SubjectStep, index: number): void {
    const activity = `retrace:execution-${index + 1}`;
    const cell = `retrace:cell-${step.sourceHash.slice(0, 16)}`;
    this.entities[cell] = {
      'prov:type': PLAN,
      'prov:label': label,
      'retrace:sha256': step.sourceHash
    };
    this.activities[activity] = {
      ...(step.startedAt ? { 'prov:startTime': step.startedAt } : {}),
      ...(execution?.finishedAt
        ? { 'prov:endTime': execution.finishedAt }
        : {}),
      'prov:label': label,
      'retrace:status': step.status
    };
    this.relate(this.associated, {
      'prov:activity': activity,
      'prov:agent': 'retrace:kernel',
      'prov:plan': cell
    });
    if (index > 0) {
      this.relate(this.informed, {
        'prov:informed': activity,
        'prov:informant': `retrace:execution-${index}`
      });
    }
    for (const { mode, path } of execution?.report?.files ?? []) {
      const file = this.fileEntity(path);
      if (mode !== 'write') {
        this.relate(this.used, {
          'prov:activity': activity,
          'prov:entity': file
        });
      }
      if (mode !== 'read') {
        this.generate(file, activity);
      }
    }
    if (execution && execution.outputCount > 0) {
      const output = `retrace:output-${index + 1}`;
      this.entities[output] = {
        'prov:label': `what ${label} showed`,
        ...(execution.outputsHash
          ? { 'retrace:sha256': execution.outputsHash }
          : {})
      };
      this.generate(output, activity);
    }
  }

  /** The document. */
  done(): Json {
    return {
      prefix: { retrace: `urn:uuid:${uuidOf(this.subject.plan.runId)}#` },
      entity: this.entities,
      activity: this.activities,
      agent: this.agents,
      wasAssociatedWith: this.associated,
      ...some('used', this.used),
      ...some('wasGeneratedBy', this.generated),
      ...some('wasInformedBy', this.informed),
      ...some('actedOnBehalfOf', this.acted)
    };
  }

  private fileEntity(path: string): string {
    const id = `retrace:file-${hashOf(path).slice(0, 16)}`;
    const isInside = this.subject.data.some(
      file => file.path === path && file.inside !== null
    );
    this.entities[id] = {
      'prov:label': path,
      ...(isInside ? { 'prov:location': workPath(path) } : {})
    };
    return id;
  }

  private generate(entity: string, activity: string): void {
    this.relate(this.generated, {
      'prov:entity': entity,
      'prov:activity': activity
    });
  }

  private relate(relations: Relations, relation: Json): void {
    this.relations += 1;
    relations[`_:r${this.relations}`] = relation;
  }

  private readonly entities: Relations = {};
  private readonly activities: Relations = {};
  private readonly agents: Relations = {};
  private readonly associated: Relations = {};
  private readonly used: Relations = {};
  private readonly generated: Relations = {};
  private readonly informed: Relations = {};
  private readonly acted: Relations = {};
  private relations = 0;
}

function some(name: string, relations: Relations): Relations {
  return Object.keys(relations).length > 0 ? { [name]: relations } : {};
}
