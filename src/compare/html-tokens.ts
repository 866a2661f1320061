// Markup cut into tags and texts, without making any of it: what a notebook shows is untrusted.

/** One tag or one text. */
export type HtmlToken =
  | {
      readonly kind: 'tag';
      /** Lower case, with a slash in front for a closing one. */
      readonly name: string;
      /** Attributes as `name="value"`, sorted. */
      readonly attributes: readonly string[];
    }
  /** Entities as they are, blanks joined; `isRaw` in scripts and styles. */
  | { readonly kind: 'text'; readonly text: string; readonly isRaw: boolean };

const ATTRIBUTE =
  /([^\s=/"'<>]+)(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

const NAME = /^\/?[a-zA-Z][\w:-]{0,60}/;

const RAW = /^(?:script|style|textarea|title)$/;

/** How often the whole length may be looked through for tags that do not end. */
const PATIENCE = 4;

/** Cuts markup up; comments and blanks between tags are dropped. */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let raw: string | null = null;
  let text = '';
  let done = 0;
  let lost = 0;
  const endText = (): void => {
    const shown = raw === null ? text.replace(/\s+/g, ' ').trim() : text.trim();
    if (shown !== '') {
      tokens.push({ kind: 'text', text: shown, isRaw: raw !== null });
    }
    text = '';
  };
  for (;;) {
    const at = html.indexOf('<', done);
    if (at < 0 || lost > PATIENCE * html.length) {
      break;
    }
    text += html.slice(done, at);
    const isComment = raw === null && html.startsWith('<!--', at);
    const end = isComment ? endOfComment(html, at) : endOfTag(html, at);
    const name = NAME.exec(html.slice(at + 1, at + 64))?.[0].toLowerCase();
    const isText = name === undefined || (raw !== null && name !== `/${raw}`);
    if (isComment) {
      done = end;
    } else if (isText || end < 0) {
      lost += end < 0 ? html.length - at : 0;
      text += '<';
      done = at + 1;
    } else {
      endText();
      raw = RAW.test(name) ? name : null;
      const attributes = html.slice(at + 1 + name.length, end - 1);
      tokens.push({ kind: 'tag', name, attributes: attributesOf(attributes) });
      done = end;
    }
  }
  text += html.slice(done);
  endText();
  return tokens;
}

function endOfComment(html: string, at: number): number {
  const end = html.indexOf('-->', at + 4);
  return end < 0 ? html.length : end + 3;
}

/** Behind the bracket that ends a tag, quoted ones left alone; -1 where there is none. */
function endOfTag(html: string, at: number): number {
  for (let end = at + 1; end < html.length; end += 1) {
    const character = html[end];
    if (character === '>') {
      return end + 1;
    }
    if (character === '<') {
      return -1;
    }
    if (character === '"' || character === "'") {
      const close = html.indexOf(character, end + 1);
      if (close < 0) {
        return -1;
      }
      end = close;
    }
  }
  return -1;
}

function attributesOf(text: string): string[] {
  return [...text.matchAll(ATTRIBUTE)]
    .map(
      ([, name = '', double, single, bare]) =>
        `${name.toLowerCase()}="${(double ?? single ?? bare ?? '').replace(/\s+/g, ' ').trim()}"`
    )
    .sort();
}
