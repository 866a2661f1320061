// Saving where the browser saves its downloads.

/** Hands a text to the browser as a file. */
export function download(
  name: string,
  content: string,
  mediaType: string
): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
  // The browser reads the address in a task of its own.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
