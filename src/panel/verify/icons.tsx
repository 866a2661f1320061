// One shape for each verdict of a replay: they differ in shape as well as in colour.
import { LabIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { CellOutcome } from '../../model';
import { verdictShapes } from '../marks/icons';

const RING =
  'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z';

const WAVES =
  'M4.6 6.700C5.600 5.400 6.900 5.600 8.200 6.300C9.300 6.900 10.100 6.900 11 5.900L11.900 6.900C10.600 8.300 9.200 8.200 7.700 7.400C6.700 6.900 6.100 6.900 5.500 7.600z' +
  'M4.6 9.700C5.600 8.400 6.900 8.600 8.200 9.300C9.300 9.900 10.100 9.900 11 8.900L11.900 9.900C10.600 11.300 9.200 11.200 7.700 10.400C6.700 9.900 6.100 9.900 5.500 10.600z';

const MINUS = 'M4.500 7.200h7v1.600h-7z';

const SHAPES: { readonly [verdict in CellOutcome['verdict']]: string } = {
  identical: verdictShapes.same,
  equivalent: RING + WAVES,
  volatile: verdictShapes.random,
  unknown: verdictShapes.unknown,
  different: verdictShapes.differs,
  missing: RING + MINUS,
  error: verdictShapes.fails,
  unrun: verdictShapes.unrun,
  nothing: MINUS
};

/** The shape for a verdict; its name is read out, where it has one. */
export function OutcomeIcon(props: {
  readonly verdict: CellOutcome['verdict'];
  readonly label: string;
}): JSX.Element {
  const { label, verdict } = props;
  return (
    <svg
      className={`jp-RetraceOutcome-icon jp-mod-${verdict}`}
      viewBox="0 0 16 16"
      {...(label === ''
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label })}
    >
      {label !== '' && <title>{label}</title>}
      <path fillRule="evenodd" d={SHAPES[verdict]} />
    </svg>
  );
}

/** A round arrow with a tick: run again and compare. */
export const verifyIcon = new LabIcon({
  name: 'jupyterlab-retrace:verify',
  svgstr: [
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">',
    '<path class="jp-icon3" fill="#616161" d="M12 3a9 9 0 0 1 7.800 4.500V4h2v7h-7V9h3.500A7 7 0 1 0 19 12h2a9 9 0 1 1-9-9z"/>',
    '<path class="jp-icon3" fill="#616161" d="M11 16.200 7.300 12.500l1.400-1.400L11 13.400l4.300-4.300 1.400 1.400z"/></svg>'
  ].join('')
});
