// The outputs of an execution, as untrusted content.
import { Widget } from '@lumino/widgets';
import * as React from 'react';

import {
  isFinal,
  type Execution,
  type ExecutionPayload,
  type Output
} from '../../model';
import { PanelButton } from '../button';
import type { IPanelHost } from '../host';
import { bytesText } from '../runs/words';
import { SafeHtml } from './safe-rendering';
import {
  showOutputs,
  TEXT_LIMIT,
  type ShownMedia,
  type ShownOutput
} from './shown-output';

/** So many outputs are rendered at first. */
const FIRST_OUTPUTS = 20;

/** What showing outputs needs of the application. */
export type OutputHost = Pick<IPanelHost, 'locale' | 'rendering'>;

type OutputsProps = {
  readonly execution: Execution;
  readonly payload: ExecutionPayload;
  readonly loadsRemote: boolean;
  onLoadRemote(): void;
  readonly host: OutputHost;
};

/** Renders the first outputs, more on demand, and says what is not shown and why. */
export function OutputsView(props: OutputsProps): JSX.Element {
  const { execution, host, loadsRemote, payload } = props;
  const { translator } = host.locale;
  const [limit, setLimit] = React.useState(FIRST_OUTPUTS);
  const [textLimit, setTextLimit] = React.useState(TEXT_LIMIT);
  const [blocked, setBlocked] = React.useState<ReadonlyMap<number, number>>(
    new Map()
  );
  const onBlocked = React.useCallback(
    (index: number, count: number) =>
      setBlocked(known =>
        known.get(index) === count ? known : new Map(known).set(index, count)
      ),
    []
  );
  const shown = React.useMemo(
    () => showOutputs(payload.outputs ?? [], payload.omissions, textLimit),
    [payload, textLimit]
  );
  const blockedCount = [...blocked.values()].reduce((sum, n) => sum + n, 0);
  if (shown.length === 0) {
    return (
      <div className="jp-RetraceDetail-quiet">
        {emptyText(execution, payload, host)}
      </div>
    );
  }
  return (
    <div className="jp-RetraceOutputs">
      {blockedCount > 0 && !loadsRemote && (
        <div className="jp-RetraceOutputs-blocked">
          <span>
            {translator._n(
              '%1 remote reference blocked',
              '%1 remote references blocked',
              blockedCount
            )}
          </span>
          <PanelButton
            className="jp-mod-framed"
            text={translator.__('Load')}
            caption={translator.__(
              'Fetch them from the servers that this output names; those servers will see it'
            )}
            onClick={props.onLoadRemote}
          />
        </div>
      )}
      {shown.slice(0, limit).map((output, index) => (
        <OutputView
          key={index}
          index={index}
          output={output}
          loadsRemote={loadsRemote}
          onBlocked={onBlocked}
          onMoreText={() => setTextLimit(known => known * 4)}
          host={host}
        />
      ))}
      {shown.length > limit && (
        <PanelButton
          text={translator._n(
            'Show %1 more output',
            'Show %1 more outputs',
            shown.length - limit
          )}
          onClick={() => setLimit(known => known + 100)}
        />
      )}
    </div>
  );
}

/** One output by itself, with nothing fetched for it. */
export function OneOutputView(props: {
  readonly output: Output;
  readonly host: OutputHost;
}): JSX.Element {
  const { host, output } = props;
  const [textLimit, setTextLimit] = React.useState(TEXT_LIMIT);
  const shown = React.useMemo(
    () => showOutputs([output], [], textLimit),
    [output, textLimit]
  );
  return (
    <div className="jp-RetraceOutputs">
      {shown.map((one, index) => (
        <OutputView
          key={index}
          index={index}
          output={one}
          loadsRemote={false}
          onBlocked={ignoreBlocked}
          onMoreText={() => setTextLimit(known => known * 4)}
          host={host}
        />
      ))}
    </div>
  );
}

/** What was blocked in a single output is not offered. */
const ignoreBlocked = (): void => undefined;

function emptyText(
  execution: Execution,
  payload: ExecutionPayload,
  { locale: { translator } }: OutputHost
): string {
  if (payload.outputs !== null) {
    return translator.__('No output.');
  }
  return isFinal(execution.status)
    ? translator.__('Its outputs were not kept.')
    : translator.__('Outputs appear here when it has ended.');
}

type OutputProps = {
  readonly index: number;
  readonly output: ShownOutput;
  readonly loadsRemote: boolean;
  onBlocked(index: number, count: number): void;
  onMoreText(): void;
  readonly host: OutputHost;
};

function OutputView(props: OutputProps): JSX.Element {
  const { host, output } = props;
  const { translator } = host.locale;
  return (
    <div className="jp-RetraceOutput">
      {output.kind === 'media' ? (
        <MediaView {...props} output={output} />
      ) : (
        <div className="jp-RetraceDetail-quiet">
          {translator.__(
            'Not shown here: %1',
            output.alternatives.join(', ') || translator.__('unknown content')
          )}
        </div>
      )}
      {output.cutLength > 0 && (
        <PanelButton
          text={translator._n(
            'Show more of %1 further character',
            'Show more of %1 further characters',
            output.cutLength
          )}
          onClick={props.onMoreText}
        />
      )}
      {output.omissions.map(({ bytes, mediaType }) => (
        <div key={mediaType} className="jp-RetraceDetail-quiet">
          {translator.__(
            'Only a part of this %1 was kept; the whole was %2.',
            mediaType,
            bytesText(bytes, host.locale)
          )}
        </div>
      ))}
    </div>
  );
}

function MediaView(
  props: OutputProps & { readonly output: ShownMedia }
): JSX.Element {
  const { host, index, loadsRemote, onBlocked, output } = props;
  const { content, mediaType } = output;
  const element = React.useRef<HTMLDivElement>(null);
  // A layout effect: its cleaning up runs while the element is still in the page, which detaching a widget needs.
  React.useLayoutEffect(() => {
    const parent = element.current;
    if (!parent) {
      return;
    }
    const registry = host.rendering(() => ({
      pageOrigin: window.location.origin,
      loadsRemote
    }));
    const renderer = registry.createRenderer(mediaType);
    if (renderer instanceof SafeHtml) {
      renderer.cleaned.connect((_, { blocked }) => onBlocked(index, blocked));
    }
    const model = registry.createModel({
      data: { [mediaType]: content },
      trusted: false
    });
    Widget.attach(renderer, parent);
    void renderer.renderModel(model);
    return () => renderer.dispose();
  }, [content, host, index, loadsRemote, mediaType, onBlocked]);
  return (
    <div
      className="jp-RetraceOutput-media"
      data-media={mediaType}
      ref={element}
    />
  );
}
