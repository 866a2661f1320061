// What single events tell of an execution; what another told before holds.
import { countSecrets } from '../model';
import type { EventOf } from './events';
import type { ExecutionFacts } from './execution-facts';

/** The kernel took it up. */
export function noteStart(
  facts: ExecutionFacts,
  event: EventOf<'started'>
): void {
  facts.isStarted = true;
  facts.startedAt ??= event.at;
  facts.place ??= event.place;
  facts.executionCount = event.executionCount ?? facts.executionCount;
}

/** The kernel is done. A queued execution that a page finds may have started before it came: then nobody saw it become busy. */
export function noteEnd(facts: ExecutionFacts, event: EventOf<'idle'>): void {
  facts.isStarted ||= facts.stored !== null && !facts.isBusySeen;
  facts.isIdle = true;
  facts.isLost = false;
  facts.finishedAt ??= event.at;
}

/** The first reply. */
export function noteReply(
  facts: ExecutionFacts,
  reply: EventOf<'replied'>
): void {
  facts.reply = reply;
  facts.executionCount ??= reply.executionCount;
}

/** What the probe tells; the first report holds. */
export function noteReport(
  facts: ExecutionFacts,
  event: EventOf<'reported'>
): void {
  if (facts.report === null) {
    facts.report = event.report;
    facts.masked.report = countSecrets(
      JSON.stringify(event.report.scalars ?? {})
    );
    facts.isReportedOk = event.isOk;
    facts.executionCount ??= event.executionCount;
    facts.place ??= event.place;
    facts.isStarted = true;
  }
}
