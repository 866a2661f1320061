// Calls of Python code of ours: the code runs in a namespace of its own and leaves no name behind.

/** Runs the code with `OPTIONS` in it, as one expression. */
export function pythonCall(
  source: string,
  name: string,
  options: object
): string {
  return `exec(${JSON.stringify(source)}, {'__name__': '${name}', 'OPTIONS': __import__('json').loads(bytes.fromhex('${hexOf(JSON.stringify(options))}'))})`;
}

/** UTF-8 in hexadecimal: no text of the user becomes code. */
function hexOf(text: string): string {
  return [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|./g)]
    .map(([whole, hex]) => hex ?? whole.charCodeAt(0).toString(16))
    .join('')
    .toLowerCase();
}
