// Which addresses and styles of an output may reach the page. Everything that is not known to be harmless goes.

/** What became of one reference. `blocked` can be loaded on demand, `refused` never. */
export type Ruling = 'kept' | 'blocked' | 'refused';

export type ReferencePolicy = {
  /** Origin of the page: references to it could act with the user's rights and are never followed. */
  readonly pageOrigin: string;
  /** True once the user asked for remote references. */
  readonly loadsRemote: boolean;
};

const INLINE_IMAGE =
  /^data:image\/(?:png|jpeg|gif|webp|bmp|svg\+xml)(?:;charset=[\w-]+)?(?:;base64)?,/i;
const INLINE_SOUND_OR_FILM =
  /^data:(?:audio|video)\/[\w.+-]+(?:;codecs="?[\w.,\s]+"?)?;base64,/i;
const FOLLOWED_SCHEMES = ['http:', 'https:', 'mailto:'];

/** Judges what an image, a film or a sound is loaded from. */
export function judgeSource(address: string, policy: ReferencePolicy): Ruling {
  const trimmed = address.trim();
  if (INLINE_IMAGE.test(trimmed) || INLINE_SOUND_OR_FILM.test(trimmed)) {
    return 'kept';
  }
  const url = parse(trimmed);
  if (!url || !/^https?:$/.test(url.protocol)) {
    return 'refused';
  }
  if (url.origin === policy.pageOrigin || url.username || url.password) {
    return 'refused';
  }
  return policy.loadsRemote ? 'kept' : 'blocked';
}

/** True for the target of a link that may stay: it leaves the page only when the user clicks it. */
export function isFollowable(address: string): boolean {
  const url = parse(address.trim());
  return url !== null && FOLLOWED_SCHEMES.includes(url.protocol);
}

/** Absolute addresses only: what is relative would be resolved against JupyterLab itself. */
function parse(address: string): URL | null {
  if (!/^[a-z][a-z0-9+.-]*:/i.test(address)) {
    return null;
  }
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

const KEPT_PROPERTIES =
  /^(?:color|background-color|font(?:-(?:family|size|style|weight|variant))?|text-(?:align|decoration|indent|transform)|vertical-align|white-space|(?:min-|max-)?(?:width|height)|padding(?:-(?:top|right|bottom|left))?|border(?:-(?:top|right|bottom|left))?(?:-(?:color|style|width))?|border-(?:collapse|spacing|radius)|line-height|letter-spacing|list-style-type|table-layout|display|background)$/;
const KEPT_FUNCTIONS =
  /^(?:(?:rgba?|hsla?|calc|min|max|clamp|linear-gradient)?)\($/i;

export type StyleRuling = {
  /** Declarations that may stay, as text for a `style` attribute. */
  readonly style: string;
  /** Declarations that named something to be loaded. */
  readonly refused: number;
};

/** Takes out every declaration that could load something or leave its place. */
export function judgeStyle(style: string): StyleRuling {
  const kept: string[] = [];
  let refused = 0;
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) {
      continue;
    }
    const property = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (loads(value)) {
      refused += 1;
    } else if (KEPT_PROPERTIES.test(property)) {
      kept.push(`${property}: ${value}`);
    }
  }
  return { style: kept.join('; '), refused };
}

/** True for escapes, at-rules, comments and all functions but those that compute a colour or a length. */
function loads(value: string): boolean {
  if (/[\\@]|\/\*/.test(value)) {
    return true;
  }
  const functions = value.match(/[\w-]*\(/g) ?? [];
  return functions.some(opening => !KEPT_FUNCTIONS.test(opening));
}
