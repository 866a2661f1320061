// Code as it ran, coloured as the editor colours it.
import * as React from 'react';

import { PanelButton } from '../button';
import type { IPanelHost } from '../host';

/** Longer code is shown up to here, and whole on demand. */
const FIRST_PART = 20_000;
/** Longer code is not coloured: parsing would hold up the page. */
const COLOUR_LIMIT = 100_000;

type CodeProps = {
  /** Null when the code was never seen or is lost. */
  readonly code: string | null;
  readonly mediaType: string;
  readonly host: IPanelHost;
};

/** The first part of long code, all of it on demand. */
export function CodeView(props: CodeProps): JSX.Element {
  const { code, host } = props;
  const { translator } = host.locale;
  const [isWhole, setIsWhole] = React.useState(false);
  if (code === null) {
    return (
      <div className="jp-RetraceDetail-quiet">
        {translator.__('The code of this execution is not known.')}
      </div>
    );
  }
  const shown = isWhole ? code : code.slice(0, FIRST_PART);
  return (
    <>
      <ColouredCode {...props} code={shown} />
      {shown.length < code.length && (
        <PanelButton
          text={translator._n(
            'Show %1 more character',
            'Show %1 more characters',
            code.length - shown.length
          )}
          onClick={() => setIsWhole(true)}
        />
      )}
    </>
  );
}

function ColouredCode(
  props: CodeProps & { readonly code: string }
): JSX.Element {
  const { code, host, mediaType } = props;
  const element = React.useRef<HTMLPreElement>(null);
  React.useLayoutEffect(() => {
    const shown = element.current;
    if (!shown) {
      return;
    }
    shown.textContent = code;
    if (code.length > COLOUR_LIMIT) {
      return;
    }
    let isCurrent = true;
    const coloured = document.createElement('pre');
    void host.highlight(code, mediaType, coloured).then(() => {
      if (isCurrent && coloured.textContent === code) {
        shown.replaceChildren(...coloured.childNodes);
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [code, host, mediaType]);
  return (
    <pre
      className="jp-RetraceCode"
      dir="ltr"
      tabIndex={0}
      aria-label={host.locale.translator.__('Code as it ran')}
      ref={element}
    />
  );
}
