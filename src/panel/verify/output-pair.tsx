// One output as it was recorded beside the one that the replay showed.
import * as React from 'react';

import type { CellId, Output, OutputOutcome } from '../../model';
import { PanelButton } from '../button';
import { lineDiff } from '../execution/line-diff';
import { LinesView } from '../execution/changes';
import { OneOutputView, showOutputs } from '../outputs';
import { OutcomeIcon } from './icons';
import { ImagesView, pictureOf } from './images';
import type { IVerifyHost } from './subject';
import { TableView } from './table';
import { outputSentence, verdictText } from './words';

type PairProps = {
  readonly outcome: OutputOutcome;
  /** From 0, among the outputs of its cell. */
  readonly index: number;
  readonly count: number;
  /** Null for code that is in no cell. */
  readonly cellId: CellId | null;
  readonly host: IVerifyHost;
};

/** What became of the output, and the difference where there is one. */
export function OutputPairView(props: PairProps): JSX.Element {
  const { count, host, index, outcome } = props;
  const { locale } = host;
  const { translator } = locale;
  return (
    <div className="jp-RetracePair">
      <div className="jp-RetracePair-head">
        {count > 1 && (
          <OutcomeIcon
            verdict={outcome.verdict}
            label={verdictText(outcome.verdict, locale)}
          />
        )}
        <p>
          {count > 1 && (
            <strong>
              {translator.__('Output %1 of %2:', index + 1, count)}{' '}
            </strong>
          )}
          {outputSentence(outcome, locale)}
        </p>
        <VolatileButton {...props} />
      </div>
      <PairBody outcome={outcome} host={host} />
    </div>
  );
}

/** Only what differs can be let differ. */
function VolatileButton({
  cellId,
  host,
  index,
  outcome
}: PairProps): JSX.Element | null {
  const { translator } = host.locale;
  const isVolatile = outcome.verdict === 'volatile';
  const may =
    isVolatile ||
    outcome.verdict === 'different' ||
    outcome.verdict === 'missing';
  return may && cellId !== null ? (
    <PanelButton
      className="jp-mod-framed"
      text={
        isVolatile
          ? translator.__('Not volatile')
          : translator.__('Mark as volatile')
      }
      caption={
        isVolatile
          ? translator.__('Count it as different again')
          : translator.__(
              'Let this output differ from run to run: it no longer counts against the notebook'
            )
      }
      onClick={() => host.setVolatile(cellId, index, !isVolatile)}
    />
  ) : null;
}

function PairBody(props: {
  readonly outcome: OutputOutcome;
  readonly host: IVerifyHost;
}): JSX.Element {
  const { host, outcome } = props;
  const { translator } = host.locale;
  const { difference, recorded, replayed, verdict } = outcome;
  if (recorded === null || replayed === null || verdict === 'identical') {
    const output = replayed ?? recorded;
    return output === null ? (
      <></>
    ) : (
      <OneOutputView output={output} host={host} />
    );
  }
  const pictures = [pictureOf(recorded), pictureOf(replayed)] as const;
  if (pictures[0] !== null && pictures[1] !== null) {
    return (
      <ImagesView
        recorded={pictures[0]}
        replayed={pictures[1]}
        translator={translator}
      />
    );
  }
  if (difference?.kind === 'table') {
    return <TableView difference={difference} translator={translator} />;
  }
  return <TextPair recorded={recorded} replayed={replayed} host={host} />;
}

/** Lines of both texts; the outputs side by side where lines say nothing. */
function TextPair(props: {
  readonly recorded: Output;
  readonly replayed: Output;
  readonly host: IVerifyHost;
}): JSX.Element {
  const { host, recorded, replayed } = props;
  const { translator } = host.locale;
  const diff = React.useMemo(() => {
    const texts = [textOf(recorded), textOf(replayed)] as const;
    return texts[0] === null || texts[1] === null
      ? null
      : lineDiff(texts[0], texts[1]);
  }, [recorded, replayed]);
  if (diff?.kind === 'lines') {
    return (
      <LinesView
        lines={diff.lines}
        label={translator.__('From the recorded output to the replayed one')}
        translator={translator}
      />
    );
  }
  return (
    <div className="jp-RetracePair-sides">
      <section>
        <h4>{translator.__('Recorded')}</h4>
        <OneOutputView output={recorded} host={host} />
      </section>
      <section>
        <h4>{translator.__('Replayed')}</h4>
        <OneOutputView output={replayed} host={host} />
      </section>
    </div>
  );
}

const HTML = 'text/html';
const CONTROL = String.fromCharCode(27);
const COLOURS = new RegExp(`${CONTROL}\\[[0-9;]*m`, 'g');

/** The text by which an output is compared; null for one that is no text. */
function textOf(output: Output): string | null {
  const [shown] = showOutputs([output], [], Infinity);
  if (shown?.kind !== 'media' || shown.mediaType.startsWith('image/')) {
    return null;
  }
  if (shown.mediaType === HTML) {
    const plain =
      output.output_type === 'display_data' ||
      output.output_type === 'execute_result'
        ? output.data['text/plain']
        : undefined;
    return typeof plain === 'string' ? plain : null;
  }
  return shown.content.replace(COLOURS, '');
}
