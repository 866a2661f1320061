// Outputs that try to run code, to call home, to navigate, to press buttons or to cover the page.

/** No such host; a request to it shows in the browser all the same. */
export const BEACON = 'http://beacon.invalid';
/** Calls of it are counted by the test. */
const STRIKE = 'window.__strikes=(window.__strikes||0)+1';

const html = (text: string): unknown => display({ 'text/html': text });
const markdown = (text: string): unknown => display({ 'text/markdown': text });

function display(data: object, metadata: object = {}): unknown {
  return { output_type: 'display_data', data, metadata };
}

/** A bundle whose own `__proto__` key would become the prototype of a careless copy. */
const prototypeBundle: unknown = JSON.parse(
  `{"output_type":"display_data","metadata":{},"data":{"__proto__":{"text/html":"<img src=x onerror='${STRIKE}'><i>polluted</i>"},"text/plain":"plain"}}`
);

/** Each is one output; together they are every trick that was measured or read about. */
export const hostileOutputs: readonly unknown[] = [
  html(`<script>${STRIKE}</script>script`),
  display({ 'application/javascript': STRIKE }),
  html(`<img src=x onerror="${STRIKE}">`),
  html(`<iframe srcdoc="<script>parent.${STRIKE}</script>"></iframe>`),
  html(`<iframe src="${BEACON}/frame"></iframe>`),
  html(`<details open ontoggle="${STRIKE}"><summary>s</summary></details>`),
  html(
    `<noscript><p title="</noscript><img src=x onerror='${STRIKE}'>"></noscript>`
  ),
  html(
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror='${STRIKE}'&gt;">`
  ),
  html(
    `<svg><foreignObject><img src="${BEACON}/foreign" onerror="${STRIKE}"></foreignObject></svg>`
  ),
  html(`<svg onload="${STRIKE}"><script>${STRIKE}</script></svg>`),
  display({
    'image/svg+xml': `<svg xmlns="http://www.w3.org/2000/svg" onload="${STRIKE}"><script>${STRIKE}</script><image href="${BEACON}/svg-image"/></svg>`
  }),
  html(`<meta http-equiv="refresh" content="0;url=${BEACON}/refresh">`),
  html(`<base href="${BEACON}/"><img src="based.png">`),
  html(`<link rel="stylesheet" href="${BEACON}/style.css">`),
  html(`<style>@import url(${BEACON}/import.css); body{display:none}</style>`),
  html(`<div style="background-image:url(${BEACON}/background)">b</div>`),
  html(`<div style="background:u\\72l(${BEACON}/escaped)">b</div>`),
  html(`<div style="background:image-set('${BEACON}/set' 1x)">b</div>`),
  html(`<table background="${BEACON}/table"><tr><td>t</td></tr></table>`),
  html(`<img src="${BEACON}/image">`),
  html(`<img srcset="${BEACON}/srcset 1x">`),
  html(`<picture><source srcset="${BEACON}/source"><img></picture>`),
  html(`<video poster="${BEACON}/poster" src="${BEACON}/film"></video>`),
  html(`<audio src="${BEACON}/audio" autoplay></audio>`),
  html(`<input type="image" src="${BEACON}/input">`),
  html(`<object data="${BEACON}/object"></object>`),
  html(`<embed src="${BEACON}/embed">`),
  html(
    `<form action="${BEACON}/form"><input name="a"><button formaction="javascript:${STRIKE}">send</button></form>`
  ),
  html(`<a href="javascript:${STRIKE}">link</a>`),
  html(`<a href="JaVaScRiPt&#58;${STRIKE}">link</a>`),
  html(`<a href="data:text/html,<script>${STRIKE}</script>">link</a>`),
  html(`<a href="#" ping="${BEACON}/ping">link</a>`),
  html(
    `<button data-commandlinker-command="notebook:run-all-cells" data-commandlinker-args="{}">run</button>`
  ),
  html(
    `<div style="position:fixed;inset:0;z-index:99999;background:red">over</div>`
  ),
  html(`<div class="jp-Dialog lm-Widget jp-mod-hostile">over</div>`),
  html(
    `<img id="jupyter-config-data" name="jupyterapp"><form id="main"></form>`
  ),
  html(
    `<div><template shadowrootmode="open"><img src="${BEACON}/shadow"></template></div>`
  ),
  html(`<img src="hostile-relative.png"><img src="/hostile-absolute.png">`),
  html(`<img src="//beacon.invalid/schemeless">`),
  markdown(`![image](${BEACON}/markdown) <img src=x onerror="${STRIKE}">`),
  markdown(`[link](javascript:${STRIKE})`),
  display({ 'text/latex': `$\\href{javascript:${STRIKE}}{x}$` }),
  display({
    'text/latex': `$\\style{background-image:url(${BEACON}/latex)}{x}$`
  }),
  display({
    'application/vnd.vegalite.v5+json': {
      $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
      data: { url: `${BEACON}/vega` },
      mark: 'bar'
    }
  }),
  display({
    'text/vnd.mermaid': `graph TD; A-->B; click A href "javascript:${STRIKE}"`
  }),
  display({ 'application/vnd.jupyter.widget-view+json': { model_id: 'x' } }),
  display({ 'application/pdf': 'JVBERi0=' }),
  display({ 'image/png': `" onerror="${STRIKE}` }),
  display(
    { 'text/html': `<script>${STRIKE}</script>isolated` },
    { isolated: true, trusted: true, 'text/html': { isolated: true } }
  ),
  prototypeBundle,
  {
    output_type: 'error',
    ename: `<img src=x onerror="${STRIKE}">`,
    evalue: 'x',
    traceback: [
      `\u001b]8;;javascript:${STRIKE}\u0007link\u001b]8;;\u0007 <img src=x onerror="${STRIKE}"> ${BEACON}/text data:text/html,x`
    ]
  },
  {
    output_type: 'stream',
    name: 'stdout',
    text: `<img src=x onerror="${STRIKE}"><script>${STRIKE}</script>\u202e gnp.exe`
  }
];
