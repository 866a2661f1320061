// What a probe told of one execution, without secrets.
import type { ExecutionReport, Scalar } from '../model';
import type { Mask } from './mask';

/** The same report: of values, those that are texts, and addresses and seeds as the code has them. */
export function maskReport(
  mask: Mask,
  report: ExecutionReport
): ExecutionReport {
  const { addresses, scalars, seedings } = report;
  return {
    ...report,
    ...(scalars && { scalars: maskScalars(mask, scalars) }),
    ...(addresses && {
      addresses: addresses.map(one => ({ ...one, address: mask(one.address) }))
    }),
    ...(seedings && {
      seedings: seedings.map(one => ({ ...one, seed: mask(one.seed) }))
    })
  };
}

type Scalars = NonNullable<ExecutionReport['scalars']>;

function maskScalars(mask: Mask, scalars: Scalars): Scalars {
  const masked: { [name: string]: Scalar } = Object.create(null);
  for (const name of Object.keys(scalars)) {
    masked[name] = maskScalar(mask, name, scalars[name] ?? null);
  }
  return masked;
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
