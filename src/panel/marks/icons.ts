// One icon for each verdict: they differ in shape as well as in colour, and the sign is cut out of the shape.
import { LabIcon } from '@jupyterlab/ui-components';

import type { Verdict } from '../../lineage';

function icon(name: string, path: string): LabIcon {
  return new LabIcon({
    name: `jupyterlab-retrace:${name}`,
    svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path fill="currentColor" fill-rule="evenodd" d="${path}"/></svg>`
  });
}

const TRIANGLE =
  'M8 1.2c.4 0 .8.2 1 .6l6 11c.4.8-.1 1.7-1 1.7H2c-.9 0-1.4-.9-1-1.7l6-11c.2-.4.6-.6 1-.6z' +
  'M7.2 5.4v4.2h1.6V5.4z' +
  'M7.2 10.9v1.7h1.6v-1.7z';

const OCTAGON =
  'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z' +
  'M5.6 4.5 4.5 5.6 6.9 8l-2.4 2.4 1.1 1.1L8 9.1l2.4 2.4 1.1-1.1L9.1 8l2.4-2.4-1.1-1.1L8 6.9z';

const RING =
  'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z';

const QUESTION =
  'M8 4.2c-1.5 0-2.6.9-2.7 2.3h1.4c.1-.7.6-1.1 1.3-1.1s1.2.4 1.2 1c0 .5-.2.7-.9 1.2-.8.5-1.1 1-1.1 1.9v.3h1.5v-.2c0-.5.2-.7.9-1.2.8-.5 1.1-1.1 1.1-1.9 0-1.4-1.1-2.3-2.7-2.3z' +
  'M7.2 10.6v1.5h1.6v-1.5z';

const TICK = 'M6.9 11.3 3.9 8.2 5 7.1l1.9 2 4.1-4.3 1.1 1.1z';

const DOT = 'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z';

const DIE =
  'M3.500 1h9A2.500 2.500 0 0 1 15 3.500v9a2.500 2.500 0 0 1-2.500 2.500h-9A2.500 2.500 0 0 1 1 12.500v-9A2.500 2.500 0 0 1 3.500 1z' +
  'M4.800 3.500a1.300 1.300 0 1 0 0 2.600 1.300 1.300 0 0 0 0-2.600z' +
  'M8 6.700a1.300 1.300 0 1 0 0 2.600 1.300 1.300 0 0 0 0-2.600z' +
  'M11.200 9.900a1.300 1.300 0 1 0 0 2.600 1.300 1.300 0 0 0 0-2.600z';

/** The path of each verdict in a square of 16, filled by the even-odd rule. */
export const verdictShapes: { readonly [verdict in Verdict]: string } = {
  same: RING + TICK,
  differs: TRIANGLE,
  fails: OCTAGON,
  random: DIE,
  unknown: RING + QUESTION,
  unrun: RING + DOT
};

/** A cell of which a replay gave the output again. */
export const provenIcon = icon('proven', RING + TICK);

/** A verdict in one glance. */
export const verdictIcons: { readonly [verdict in Verdict]: LabIcon } = {
  same: icon('same', verdictShapes.same),
  differs: icon('differs', verdictShapes.differs),
  fails: icon('fails', verdictShapes.fails),
  random: icon('random', verdictShapes.random),
  unknown: icon('unknown', verdictShapes.unknown),
  unrun: icon('unrun', verdictShapes.unrun)
};
