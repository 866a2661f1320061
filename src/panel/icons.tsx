// Icons of the panel. Shapes differ as well as colours; colours come from the theme.
import { LabIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { ExecutionStatus } from '../model';
import { verdictShapes } from './marks/icons';

/** Run History: a clock hand inside an arrow that runs back, over the steps that it passes. */
export const runHistoryIcon = new LabIcon({
  name: 'jupyterlab-retrace:run-history',
  svgstr: [
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">',
    '<g class="jp-icon3" fill="#616161">',
    '<path d="M12.5 4a8 8 0 0 0-7.9 6.8L3.1 9.3 1.7 10.7 5.4 14.4 9.2 10.7 7.8 9.3 6.7 10.4A6 6 0 1 1 8.3 16.2L6.9 17.7A8 8 0 1 0 12.5 4z"/>',
    '<path d="M11.6 7.6h1.8v4.1l3 1.8-.9 1.5-3.9-2.4z"/>',
    '<path d="M1.6 17h3.2v1.8H1.6zM1.6 20.4h6.2v1.8H1.6z"/>',
    '</g></svg>'
  ].join('')
});

/** A pin, upright. */
export const pinIcon = new LabIcon({
  name: 'jupyterlab-retrace:pin',
  svgstr: [
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">',
    '<path class="jp-icon3" fill="#616161" d="M16 4V3H8v1h1v6l-2.500 3v2H11v6l1 1 1-1v-6h4.500v-2L15 10V4z"/>',
    '</svg>'
  ].join('')
});

/** A filled disc in a ring: recording. */
export const recordIcon = new LabIcon({
  name: 'jupyterlab-retrace:record',
  svgstr: [
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">',
    '<g class="jp-icon3" fill="#616161"><circle cx="12" cy="12" r="5"/>',
    '<path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2a7 7 0 1 1 0 14 7 7 0 0 1 0-14z"/></g></svg>'
  ].join('')
});

/** An empty ring with a stroke through it: not recording. */
export const recordOffIcon = new LabIcon({
  name: 'jupyterlab-retrace:record-off',
  svgstr: [
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">',
    '<g class="jp-icon3" fill="#616161">',
    '<path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 2a7 7 0 1 1 0 14 7 7 0 0 1 0-14z"/>',
    '<path d="M4.300 5.700 5.700 4.300 19.700 18.300 18.300 19.700z"/></g></svg>'
  ].join('')
});

/** An arrow into a frame: leads to the cell. */
export const goToIcon = new LabIcon({
  name: 'jupyterlab-retrace:go-to',
  svgstr: [
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">',
    '<path class="jp-icon3" fill="#616161" d="M14 4h6v16h-6v-2h4V6h-4zM4 11h7.200L8.700 8.400l1.400-1.400L15 12l-4.900 5-1.400-1.400 2.500-2.600H4z"/>',
    '</svg>'
  ].join('')
});

const STATUS_SHAPES: { readonly [status in ExecutionStatus]: string } = {
  ok: 'M6.4 11.6 2.900 8.100 4.200 6.800 6.400 9 11.800 3.600 13.100 4.900z',
  error:
    'M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zm2.900 8.300-1.100 1.100L8 9.100l-1.800 1.800-1.100-1.100L6.900 8 5.100 6.200l1.100-1.100L8 6.900l1.800-1.800 1.100 1.100L9.100 8z',
  aborted: 'M2.500 7h11v2h-11z',
  interrupted: 'M3.500 3.500h9v9h-9z',
  lost: 'M7 12h2v2H7zm1-10a3.800 3.800 0 0 0-3.800 3.800h1.900a1.900 1.900 0 1 1 3.200 1.400C8.200 8.200 7 8.800 7 10.800h2c0-1.300.7-1.600 1.700-2.600A3.800 3.800 0 0 0 8 2z',
  queued:
    'M3 7a1.200 1.200 0 1 0 0 2.400A1.200 1.200 0 0 0 3 7zm5 0a1.200 1.200 0 1 0 0 2.400A1.200 1.200 0 0 0 8 7zm5 0a1.200 1.200 0 1 0 0 2.400A1.200 1.200 0 0 0 13 7z',
  running:
    'M8 1.500V3.300a4.700 4.700 0 1 1-4.700 4.700H1.500A6.500 6.500 0 1 0 8 1.500z'
};

/** The shape for what became of an execution; its name is read out. */
export function StatusIcon(props: {
  readonly status: ExecutionStatus;
  readonly label: string;
}): JSX.Element {
  const { label, status } = props;
  return (
    <svg
      className={`jp-RetraceStatus jp-mod-${status}`}
      viewBox="0 0 16 16"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <path d={STATUS_SHAPES[status]} />
    </svg>
  );
}

const FLAG_SHAPES = {
  fails:
    'M5.200 1.500h5.600L14.500 5.200v5.600l-3.700 3.700H5.200L1.500 10.800V5.200zM7.100 4v5h1.800V4zm0 6.200V12h1.800v-1.800z',
  differs: 'M8 1.800 15 14H1zM7.200 6.200v4h1.600v-4zm0 5v1.600h1.600v-1.600z',
  risk: 'M8 1.500 14.500 8 8 14.500 1.500 8zM8 4.300 4.300 8 8 11.700 11.700 8z',
  random: verdictShapes.random
};

/** Octagon: would fail. Triangle: would differ. Open diamond: may differ. Die: another output with each run. */
export function FlagIcon(props: {
  readonly severity: keyof typeof FLAG_SHAPES;
  readonly label: string;
}): JSX.Element {
  const { label, severity } = props;
  return (
    <svg
      className={`jp-RetraceFlag jp-mod-${severity}`}
      viewBox="0 0 16 16"
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <path fillRule="evenodd" d={FLAG_SHAPES[severity]} />
    </svg>
  );
}
