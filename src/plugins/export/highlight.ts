// The text of an export in colours, as JupyterLab's editor has them.
import type { IEditorLanguageRegistry } from '@jupyterlab/codemirror';

/** Longer texts are shown without colours. */
const LIMIT = 200_000;

/** Puts a text into an element; plain where nobody knows its language, or it is long. */
export async function highlightIn(
  languages: IEditorLanguageRegistry | null,
  { content, mediaType }: { content: string; mediaType: string },
  element: HTMLElement
): Promise<void> {
  const plain = mediaType.endsWith('+json') ? 'application/json' : mediaType;
  const language = languages?.findByMIME(plain) ?? null;
  if (languages && language && content.length < LIMIT) {
    await languages.highlight(content, language, element);
  } else {
    element.textContent = content;
  }
}
