// What a probe told of one execution, without secrets.
import type { ExecutionReport, Scalar } from '../model';
import type { Mask } from './mask';

/** The same report; of values, those that are texts. */
export function maskReport(
  mask: Mask,
  report: ExecutionReport
): ExecutionReport {
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
