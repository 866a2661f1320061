// Makes a parsed, inert tree of an output's HTML harmless before it is moved into the page.
import {
  isFollowable,
  judgeSource,
  judgeStyle,
  type ReferencePolicy
} from './reference-policy';

/** References that were taken out. */
export type Cleaning = {
  /** Those that the user can ask for. */
  readonly blocked: number;
  /** Those that are never followed. */
  readonly refused: number;
};

/** Dropped with all they hold. */
const DROPPED =
  'script,style,link,meta,base,iframe,frame,frameset,object,embed,applet,form,input,textarea,select,' +
  'option,datalist,template,noscript,svg,math,map,area,portal,dialog,track,title,slot,canvas';
/** Replaced by what they hold. */
const UNWRAPPED = 'button,fieldset,label,output,menu';

const PLAIN_ATTRIBUTES: readonly string[] = [
  'align',
  'alt',
  'border',
  'cellpadding',
  'cellspacing',
  'colspan',
  'controls',
  'datetime',
  'dir',
  'headers',
  'height',
  'lang',
  'loop',
  'muted',
  'open',
  'reversed',
  'rowspan',
  'scope',
  'span',
  'start',
  'title',
  'valign',
  'value',
  'width'
];
/** The only class that a style of JupyterLab's for outputs needs. */
const KEPT_CLASS = 'dataframe';
/** Attributes of any element that can load something. */
const LOADING: readonly string[] = [
  'src',
  'srcset',
  'poster',
  'background',
  'data',
  'xlink:href',
  'lowsrc',
  'dynsrc'
];

/** Cleans everything below `root`, which must belong to a document without a window. */
export function cleanTree(root: Element, policy: ReferencePolicy): Cleaning {
  root.querySelectorAll(DROPPED).forEach(element => element.remove());
  root
    .querySelectorAll(UNWRAPPED)
    .forEach(element => element.replaceWith(...element.childNodes));
  let blocked = 0;
  let refused = 0;
  root.querySelectorAll('*').forEach(element => {
    const cleaning = cleanElement(element, policy);
    blocked += cleaning.blocked;
    refused += cleaning.refused;
  });
  return { blocked, refused };
}

function cleanElement(element: Element, policy: ReferencePolicy): Cleaning {
  let blocked = 0;
  let refused = 0;
  for (const { name, value } of [...element.attributes]) {
    if (name === 'src' || name === 'poster') {
      const ruling = judgeSource(value, policy);
      blocked += ruling === 'blocked' ? 1 : 0;
      refused += ruling === 'refused' ? 1 : 0;
      if (ruling !== 'kept') {
        element.removeAttribute(name);
      }
    } else if (name === 'style') {
      const ruling = judgeStyle(value);
      refused += ruling.refused;
      setOrRemove(element, name, ruling.style);
    } else if (name === 'class') {
      const isKept = value.split(/\s+/).includes(KEPT_CLASS);
      setOrRemove(element, name, isKept ? KEPT_CLASS : '');
    } else if (name === 'href' && element.localName === 'a') {
      cleanLink(element, value);
    } else if (!PLAIN_ATTRIBUTES.includes(name)) {
      refused += LOADING.includes(name) ? 1 : 0;
      element.removeAttribute(name);
    }
  }
  if (element.hasAttribute('src')) {
    element.setAttribute('referrerpolicy', 'no-referrer');
  }
  return { blocked, refused };
}

function cleanLink(link: Element, address: string): void {
  if (!isFollowable(address)) {
    link.removeAttribute('href');
    return;
  }
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', 'noopener noreferrer nofollow');
}

function setOrRemove(element: Element, name: string, value: string): void {
  if (value === '') {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value);
  }
}
