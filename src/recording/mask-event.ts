// An event without secrets. Texts of streams are left: they come in pieces, and are masked once they are joined.
import type { ExecutionReport, Scalar } from '../model';
import type { OutputChange, RunEvent } from './events';
import { maskJson, type Mask } from './mask';
import { maskBundle, maskTraceback } from './masked-bundle';

/** The same event with what a record keeps of it masked. */
export function maskEvent(mask: Mask, event: RunEvent): RunEvent {
  switch (event.kind) {
    case 'submitted':
      return { ...event, code: mask(event.code) };
    case 'started':
      return { ...event, code: event.code === null ? null : mask(event.code) };
    case 'output':
      return { ...event, change: maskChange(mask, event.change) };
    case 'replied':
      return {
        ...event,
        error: event.error && {
          ...event.error,
          evalue: mask(event.error.evalue)
        },
        pages: event.pages.map(page => maskBundle(mask, page))
      };
    case 'reported':
      return { ...event, report: maskReport(mask, event.report) };
    case 'missed':
      return {
        ...event,
        executions: event.executions.map(one => ({
          ...one,
          code: one.code === null ? null : mask(one.code),
          report: one.report && maskReport(mask, one.report)
        }))
      };
    default:
      return event;
  }
}

function maskChange(mask: Mask, change: OutputChange): OutputChange {
  switch (change.kind) {
    case 'display':
    case 'update':
      return {
        ...change,
        data: maskBundle(mask, change.data),
        metadata: maskJson(mask, change.metadata) as typeof change.metadata
      };
    case 'error':
      return {
        ...change,
        evalue: mask(change.evalue),
        traceback: maskTraceback(mask, change.traceback)
      };
    default:
      return change;
  }
}

function maskReport(mask: Mask, report: ExecutionReport): ExecutionReport {
  const { scalars } = report;
  if (scalars === undefined) {
    return report;
  }
  const masked: { [name: string]: Scalar } = Object.create(null);
  for (const name of Object.keys(scalars)) {
    masked[name] = maskScalar(mask, name, scalars[name] ?? null);
  }
  return { ...report, scalars: masked };
}

/** The name of a value tells, too, that it is a secret. */
function maskScalar(mask: Mask, name: string, value: Scalar): Scalar {
  if (typeof value !== 'string') {
    return value;
  }
  const alone = mask(value);
  const start = `${name} = "`;
  const assigned = mask(`${start}${alone}"`);
  return assigned.startsWith(start) ? assigned.slice(start.length, -1) : alone;
}
