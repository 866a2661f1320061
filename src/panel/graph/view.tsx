// The dependence graph of a whole notebook, in the main area.
import { UseSignal } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { DependenceGraph } from '../../lineage';
import { Canvas } from './canvas';
import { EmptyGraph } from './empty';
import { Legend } from './legend';
import { flaggedPart, tidied } from './parts';
import { svgText } from './save-svg';
import type { GraphSubject, IGraphHost } from './subject';
import { GraphToolbar } from './toolbar';
import { useLayout } from './use-layout';
import { useZoom } from './use-zoom';
import { sizeText } from './words';

/** Longest line of code in a node. */
const CODE_COLUMNS = 36;
/** Least width that parts of a picture share before they go below each other. */
const LEAST_WIDTH = 800;

/** Follows the notebook in front. */
export function GraphView(props: { readonly host: IGraphHost }): JSX.Element {
  const { host } = props;
  return (
    <UseSignal signal={host.changed}>
      {() => {
        const subject = host.subject();
        return subject?.graph && subject.graph.nodes.length > 0 ? (
          <GraphContent
            key={subject.path}
            host={host}
            subject={subject}
            text={JSON.stringify(subject.graph)}
          />
        ) : (
          <EmptyGraph subject={subject} translator={host.translator} />
        );
      }}
    </UseSignal>
  );
}

type ContentProps = {
  readonly host: IGraphHost;
  readonly subject: GraphSubject;
  /** The graph as text: an equal graph is not laid out again. */
  readonly text: string;
};

function GraphContent({ host, subject, text }: ContentProps): JSX.Element {
  const { translator } = host;
  const [isFlaggedOnly, setFlaggedOnly] = React.useState(false);
  const [showsText, setShowsText] = React.useState(false);
  const [focusId, setFocusId] = React.useState<string | null>(null);
  const frame = React.useRef<HTMLDivElement>(null);
  const svg = React.useRef<SVGSVGElement>(null);
  const graph = React.useMemo(() => {
    const whole = tidied(JSON.parse(text) as DependenceGraph);
    return isFlaggedOnly ? flaggedPart(whole) : whole;
  }, [isFlaggedOnly, text]);
  const shelfWidth = useWidth(frame);
  const drawn = useLayout(graph, {
    translator,
    codeColumns: CODE_COLUMNS,
    shelfWidth,
    isWhole: false
  });
  const zoom = useZoom(frame, drawn?.layout ?? null);
  const name = subject.path.slice(subject.path.lastIndexOf('/') + 1);
  return (
    <>
      <GraphToolbar
        name={name}
        summary={sizeText(graph, translator)}
        translator={translator}
        zoom={zoom}
        isFlaggedOnly={isFlaggedOnly}
        onFlaggedOnly={setFlaggedOnly}
        showsText={showsText}
        onShowsText={setShowsText}
        onSave={() => {
          if (svg.current) {
            const file = `${name.replace(/\.ipynb$/, '')}-dependences.svg`;
            host.download(file, 'image/svg+xml', svgText(svg.current));
          }
        }}
      />
      <Notes drawn={drawn} subject={subject} host={host} />
      <div className="jp-RetraceGraph-frame" ref={frame}>
        {graph.nodes.length === 0 && (
          <p className="jp-RetraceGraph-nothing">
            {translator.__('Every output that is shown would come out again.')}
          </p>
        )}
        {drawn && drawn.graph.nodes.length > 0 && (
          <Canvas
            graph={drawn.graph}
            layout={drawn.layout}
            label={translator.__('Dependence graph of %1', name)}
            translator={translator}
            scale={zoom.scale}
            showsWay={true}
            showsText={showsText}
            opensOnClick={false}
            focusId={focusId}
            svg={svg}
            onFocus={setFocusId}
            onOpen={node => host.open(node)}
            onLeave={() => host.leave()}
          />
        )}
      </div>
      <div className="jp-RetraceGraph-footer">
        <Legend kinds={['happened', 'fresh', 'both']} translator={translator} />
      </div>
    </>
  );
}

/** What to know about this picture before reading it. */
function Notes(props: {
  readonly drawn: ReturnType<typeof useLayout>;
  readonly subject: GraphSubject;
  readonly host: IGraphHost;
}): JSX.Element | null {
  const { drawn, host, subject } = props;
  const { translator } = host;
  const notes: string[] = [];
  if (!subject.isAnalysed) {
    notes.push(
      translator.__(
        'Code in this language is not read, so dependences are not known.'
      )
    );
  } else if (!subject.hasRun) {
    notes.push(
      translator.__(
        'Nothing has run yet: this is what a run from top to bottom would do.'
      )
    );
  }
  const folded = drawn?.layout.folded.length ?? 0;
  if (folded > 0) {
    notes.push(
      translator._n(
        '%1 line over a long way or from a cell that many others read is drawn when one of its ends is selected.',
        '%1 lines over a long way or from cells that many others read are drawn when one of their ends is selected.',
        folded
      )
    );
  }
  return notes.length === 0 ? null : (
    <div className="jp-RetraceGraph-notes">
      {notes.map(note => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}

/** Width of the frame in steps, so that a small change of it moves nothing. */
function useWidth(frame: React.RefObject<HTMLElement>): number {
  const [width, setWidth] = React.useState(LEAST_WIDTH);
  React.useLayoutEffect(() => {
    const node = frame.current;
    const observer = new ResizeObserver(() => {
      const measured = Math.floor((node?.clientWidth ?? 0) / 200) * 200;
      setWidth(Math.max(LEAST_WIDTH, measured));
    });
    if (node) {
      observer.observe(node);
    }
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
