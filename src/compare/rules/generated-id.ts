import type { SpanRule } from './text-rule';

/** Identifiers that libraries make up for what they show: pandas' styles, scikit-learn's diagrams, Altair's charts. */
export const generatedId: SpanRule = {
  id: 'generated-id',
  label: 'ids made up for a page',
  blind: 'It cannot see that two parts of a page swapped their ids.',
  kind: 'span',
  pattern:
    /\bT_[0-9a-f]{5,32}(?=[\s"'_{#>]|$)|(?=\d)(?<=\bsk-(?:container|estimator)-id-)\d{1,7}\b|(?=[0-9a-f])(?<=\baltair-viz-)[0-9a-f]{8,32}\b|(?=\d)(?<=\bmpld3_\w{0,4})\d{4,}\b|\bfig_el\d{6,}\b/g,
  accepts: () => true
};
