// A registry of renderers for recorded outputs: a fixed list of media types, never trusted, nothing loaded unasked.
import {
  imageRendererFactory,
  latexRendererFactory,
  removeMath,
  replaceMath,
  textRendererFactory,
  type IRenderMime,
  type IRenderMimeRegistry
} from '@jupyterlab/rendermime';
import { Signal, type ISignal } from '@lumino/signaling';
import { Widget } from '@lumino/widgets';

import { cleanTree, type Cleaning } from './clean-tree';
import type { ReferencePolicy } from './reference-policy';
import { SHOWN_MEDIA_TYPES, STDERR, STDOUT } from './shown-output';

/** Renders HTML and Markdown through an inert document, so that nothing is loaded before it was judged. */
export class SafeHtml extends Widget implements IRenderMime.IRenderer {
  constructor(
    options: IRenderMime.IRendererOptions,
    policy: () => ReferencePolicy
  ) {
    super();
    this._options = options;
    this._policy = policy;
    this.addClass('jp-RenderedHTMLCommon');
    this.addClass('jp-RenderedHTML');
  }

  /** Emits what was taken out, after each rendering. */
  get cleaned(): ISignal<this, Cleaning> {
    return this._cleaned;
  }

  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const { latexTypesetter, markdownParser, mimeType, sanitizer } =
      this._options;
    const content = String(model.data[mimeType] ?? '');
    if (mimeType === 'text/markdown' && !markdownParser) {
      this.node.textContent = content;
      return;
    }
    const { math, text } = removeMath(content);
    const html =
      mimeType === 'text/markdown' && markdownParser
        ? replaceMath(await markdownParser.render(text), math)
        : content;
    if (this.isDisposed) {
      return;
    }
    const inert = new DOMParser().parseFromString(
      sanitizer.sanitize(html),
      'text/html'
    );
    const cleaning = cleanTree(inert.body, this._policy());
    this.node.replaceChildren(
      ...[...inert.body.childNodes].map(child =>
        document.importNode(child, true)
      )
    );
    latexTypesetter?.typeset(this.node);
    this._cleaned.emit(cleaning);
  }

  private readonly _cleaned = new Signal<this, Cleaning>(this);
  private readonly _options: IRenderMime.IRendererOptions;
  private readonly _policy: () => ReferencePolicy;
}

/** Shows SVG as a picture: a browser runs no script in one and loads nothing for it. */
class SvgPicture extends Widget implements IRenderMime.IRenderer {
  constructor() {
    super();
    this.addClass('jp-RenderedImage');
  }

  renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const source = String(model.data['image/svg+xml'] ?? '');
    const picture = document.createElement('img');
    picture.alt = '';
    picture.src = `data:image/svg+xml,${encodeURIComponent(wellFormed(source))}`;
    this.node.replaceChildren(picture);
    return Promise.resolve();
  }
}

/** Lone surrogates, which cannot be encoded, become U+FFFD. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

/** A clone of JupyterLab's registry that knows the panel's media types only. */
export function restrictedRegistry(
  rendermime: IRenderMimeRegistry,
  policy: () => ReferencePolicy
): IRenderMimeRegistry {
  const registry = rendermime.clone({
    sanitizer: closedSanitizer(rendermime.sanitizer)
  });
  [...registry.mimeTypes].forEach(mimeType =>
    registry.removeMimeType(mimeType)
  );
  const factories: readonly IRenderMime.IRendererFactory[] = [
    confined(imageRendererFactory, SHOWN_MEDIA_TYPES.filter(isRaster)),
    confined(latexRendererFactory, ['text/latex']),
    confined(textRendererFactory, ['text/plain', STDOUT, STDERR]),
    {
      safe: true,
      mimeTypes: ['text/html', 'text/markdown'],
      createRenderer: options => new SafeHtml(options, policy)
    },
    {
      safe: true,
      mimeTypes: ['image/svg+xml'],
      createRenderer: () => new SvgPicture()
    }
  ];
  factories.forEach(factory => registry.addFactory(factory));
  return registry;
}

/** The same sanitiser with everything closed that its settings can open. */
function closedSanitizer(
  sanitizer: IRenderMime.ISanitizer
): IRenderMime.ISanitizer {
  return {
    sanitize: (dirty, options) => sanitizer.sanitize(dirty, options),
    getAutolink: () => false,
    allowNamedProperties: false,
    allowCommandLinker: false
  };
}

/** A factory of JupyterLab's for some media types, without a way to resolve or follow anything. */
function confined(
  factory: IRenderMime.IRendererFactory,
  mimeTypes: readonly string[]
): IRenderMime.IRendererFactory {
  return {
    safe: true,
    mimeTypes,
    createRenderer: options =>
      factory.createRenderer({ ...options, linkHandler: null, resolver: null })
  };
}

const isRaster = (mediaType: string): boolean =>
  mediaType.startsWith('image/') && mediaType !== 'image/svg+xml';
