// A picture as a file that looks the same anywhere: colours and fonts of the theme are written into it.

/** What CSS decides for a drawing. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'opacity'
];

/** The text of an SVG file. */
export function svgText(picture: SVGSVGElement): string {
  const copy = picture.cloneNode(true) as SVGSVGElement;
  const originals = [...picture.querySelectorAll<SVGElement>('*')];
  [...copy.querySelectorAll<SVGElement>('*')].forEach((element, place) => {
    const original = originals[place];
    if (original && element.tagName !== 'title') {
      writeStyle(element, getComputedStyle(original));
    }
    element.removeAttribute('class');
  });
  const { height, width } = picture.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.removeAttribute('class');
  copy.style.cssText = '';
  copy.prepend(background(picture));
  return new XMLSerializer().serializeToString(copy);
}

function writeStyle(element: SVGElement, style: CSSStyleDeclaration): void {
  for (const property of PROPERTIES) {
    element.setAttribute(property, style.getPropertyValue(property));
  }
}

function background(picture: SVGSVGElement): SVGRectElement {
  const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const frame = picture.closest('.jp-RetraceGraph') ?? picture;
  rect.setAttribute('width', '100%');
  rect.setAttribute('height', '100%');
  rect.setAttribute('fill', getComputedStyle(frame).backgroundColor);
  return rect;
}
