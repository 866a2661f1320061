// Two pictures: side by side, or one over the other with a slider between them.
import * as React from 'react';

import type { Output, Translator } from '../../model';
import { PanelButton } from '../button';

/** Media types that a browser shows as a picture without running anything of it. */
const RASTER = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
const SVG = 'image/svg+xml';
const BASE64 = /^[A-Za-z0-9+/=\s]+$/;

/** An address of the picture that an output shows; null when it shows none. */
export function pictureOf(output: Output | null): string | null {
  if (
    output === null ||
    output.output_type === 'stream' ||
    output.output_type === 'error'
  ) {
    return null;
  }
  for (const mediaType of RASTER) {
    const content = output.data[mediaType];
    if (typeof content === 'string' && BASE64.test(content)) {
      return `data:${mediaType};base64,${content.replace(/\s/g, '')}`;
    }
  }
  const drawing = output.data[SVG];
  return typeof drawing === 'string'
    ? `data:${SVG},${encodeURIComponent(wellFormed(drawing))}`
    : null;
}

/** Lone surrogates, which cannot be encoded, become U+FFFD. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

/** A picture of an address is inert: no script of it runs, and nothing is loaded for it. */
export function ImagesView(props: {
  readonly recorded: string;
  readonly replayed: string;
  readonly translator: Translator;
}): JSX.Element {
  const { recorded, replayed, translator } = props;
  const [isOverlaid, setOverlaid] = React.useState(false);
  const names = {
    recorded: translator.__('Recorded'),
    replayed: translator.__('Replayed')
  };
  return (
    <div className="jp-RetraceImages">
      <div className="jp-RetraceImages-modes" role="group">
        <PanelButton
          text={translator.__('Side by side')}
          isPressed={!isOverlaid}
          onClick={() => setOverlaid(false)}
        />
        <PanelButton
          text={translator.__('Overlay')}
          isPressed={isOverlaid}
          onClick={() => setOverlaid(true)}
        />
      </div>
      {isOverlaid ? (
        <Overlay {...props} names={names} />
      ) : (
        <div className="jp-RetraceImages-pair">
          <figure>
            <figcaption>{names.recorded}</figcaption>
            <img src={recorded} alt={names.recorded} />
          </figure>
          <figure>
            <figcaption>{names.replayed}</figcaption>
            <img src={replayed} alt={names.replayed} />
          </figure>
        </div>
      )}
    </div>
  );
}

function Overlay(props: {
  readonly recorded: string;
  readonly replayed: string;
  readonly names: { readonly recorded: string; readonly replayed: string };
  readonly translator: Translator;
}): JSX.Element {
  const { names, recorded, replayed, translator } = props;
  const [share, setShare] = React.useState(50);
  return (
    <div>
      <label className="jp-RetraceImages-slider">
        <span>{names.recorded}</span>
        <input
          type="range"
          min={0}
          max={100}
          value={share}
          aria-label={translator.__('How much of the replayed picture shows')}
          onChange={event => setShare(Number(event.currentTarget.value))}
        />
        <span>{names.replayed}</span>
      </label>
      <div className="jp-RetraceImages-overlay">
        <img src={recorded} alt={names.recorded} />
        <img
          src={replayed}
          alt={names.replayed}
          style={{ opacity: share / 100 }}
        />
      </div>
    </div>
  );
}
