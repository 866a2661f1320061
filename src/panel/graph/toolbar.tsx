// The bar above the dependence graph.
import {
  addIcon,
  downloadIcon,
  filterIcon,
  LabIcon,
  tocIcon
} from '@jupyterlab/ui-components';
import * as React from 'react';

import type { Translator } from '../../model';
import { PanelButton } from '../button';
import type { Zoom } from './use-zoom';

const minusIcon = new LabIcon({
  name: 'jupyterlab-retrace:zoom-out',
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24"><path class="jp-icon3" fill="#616161" d="M19 13H5v-2h14z"/></svg>'
});

const fitIcon = new LabIcon({
  name: 'jupyterlab-retrace:zoom-to-fit',
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24"><path class="jp-icon3" fill="#616161" d="M4 4h6v2H6v4H4zM14 4h6v6h-2V6h-4zM4 14h2v4h4v2H4zM18 14h2v6h-6v-2h4z"/></svg>'
});

export type ToolbarProps = {
  readonly name: string;
  /** The size of the graph, in words. */
  readonly summary: string;
  readonly translator: Translator;
  readonly zoom: Zoom;
  readonly isFlaggedOnly: boolean;
  onFlaggedOnly(is: boolean): void;
  readonly showsText: boolean;
  onShowsText(does: boolean): void;
  onSave(): void;
};

/** Which notebook, how large, and what can be done with the picture. */
export function GraphToolbar(props: ToolbarProps): JSX.Element {
  const { isFlaggedOnly, name, showsText, summary, translator, zoom } = props;
  return (
    <div
      className="jp-RetraceView-toolbar"
      role="toolbar"
      aria-label={translator.__('Dependence graph')}
    >
      <span className="jp-RetraceView-title" title={`${name}: ${summary}`}>
        <bdi>{name}</bdi>
        <span className="jp-RetraceView-subtitle">{summary}</span>
      </span>
      <PanelButton
        className="jp-RetraceGraph-toggle"
        icon={filterIcon}
        text={translator.__('Flagged only')}
        name={translator.__('Flagged only')}
        caption={translator.__('Show only what would not come out again')}
        isPressed={isFlaggedOnly}
        onClick={() => props.onFlaggedOnly(!isFlaggedOnly)}
      />
      <PanelButton
        className="jp-RetraceGraph-toggle"
        icon={tocIcon}
        text={translator.__('As text')}
        name={translator.__('As text')}
        caption={translator.__('Show the graph in words')}
        isPressed={showsText}
        onClick={() => props.onShowsText(!showsText)}
      />
      {!showsText && (
        <>
          <PanelButton
            icon={minusIcon}
            caption={translator.__('Zoom out')}
            onClick={() => zoom.zoomOut()}
          />
          <PanelButton
            icon={addIcon}
            caption={translator.__('Zoom in')}
            onClick={() => zoom.zoomIn()}
          />
          <PanelButton
            icon={fitIcon}
            caption={translator.__('Fit the whole graph')}
            onClick={() => zoom.fit()}
          />
          <PanelButton
            icon={downloadIcon}
            caption={translator.__('Save as SVG')}
            onClick={() => props.onSave()}
          />
        </>
      )}
    </div>
  );
}
