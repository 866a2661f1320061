// An event without secrets. Texts of streams are left: they come in pieces, and are masked once they are joined.
import type { OutputChange, RunEvent } from './events';
import { maskJson, type Mask } from './mask';
import { maskReport } from './mask-report';
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
