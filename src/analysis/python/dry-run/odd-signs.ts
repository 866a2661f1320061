// Signs that Python writes or takes apart by tables of its own.

/** True for a text with control signs or rare blanks in it; line ends and tabs are plain. */
export function hasOddBlanks(text: string): boolean {
  return [...text].some(sign => {
    const code = sign.charCodeAt(0);
    return (
      (code < 32 && !/[\t\n\r]/.test(sign)) ||
      (code >= 127 && code <= 160) ||
      /[\u1680\u180e\u2000-\u206f\u3000\ufeff]/.test(sign)
    );
  });
}

/** True for a text that `repr` may write with escapes of more than line ends and tabs. */
export function isOddlyQuoted(text: string): boolean {
  return (
    hasOddBlanks(text) ||
    text.includes('\xad') ||
    [...text].some(sign => sign > '\u024f' && !/[\u4e00-\u9fff]/.test(sign))
  );
}
