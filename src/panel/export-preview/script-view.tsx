// The text of an export, coloured where that can be done.
import * as React from 'react';

import type { PreviewContents } from './formats';

type TextFile = NonNullable<PreviewContents['text']>;

/** Fills an empty element with coloured code, as text. */
export type Highlight = (file: TextFile, element: HTMLElement) => Promise<void>;

/** The file's text in a region of its own, which scrolls with the keys. */
export function ScriptView(props: {
  readonly file: TextFile;
  readonly label: string;
  readonly highlight: Highlight;
}): JSX.Element {
  const { file, highlight, label } = props;
  const host = React.useRef<HTMLPreElement>(null);
  React.useEffect(() => {
    const element = host.current;
    if (element) {
      void paint(file, element, highlight);
    }
  }, [file, highlight]);
  return (
    <pre
      ref={host}
      className="jp-RetraceExport-script"
      role="region"
      aria-label={label}
      tabIndex={0}
    />
  );
}

/** Plain text first and whenever colours fail: a script must be readable before it is pretty. */
async function paint(
  file: TextFile,
  element: HTMLElement,
  highlight: Highlight
): Promise<void> {
  element.textContent = file.content;
  const painted = document.createElement('code');
  try {
    await highlight(file, painted);
  } catch (error) {
    console.warn('Retrace could not colour a script.', error);
    return;
  }
  if (painted.textContent === file.content) {
    element.replaceChildren(painted);
  }
}
