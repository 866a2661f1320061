// What one output shows, without secrets.
import type { Json, MimeBundle } from '../model';
import { maskJson, type Mask } from './mask';

/** Pictures, sounds and archives come in base 64, in which nobody reads a secret. */
const BINARY =
  /^(?:image\/(?!svg)|audio\/|video\/|font\/|application\/(?:pdf|octet-stream|zip))/;

/** Each content that is text or holds texts, masked. */
export function maskBundle(mask: Mask, bundle: MimeBundle): MimeBundle {
  const masked: { [mediaType: string]: Json } = Object.create(null);
  for (const mediaType of Object.keys(bundle)) {
    const content = bundle[mediaType] ?? null;
    masked[mediaType] = BINARY.test(mediaType)
      ? content
      : maskJson(mask, content);
  }
  return masked;
}

/** A traceback as one text: a secret may go over its lines. */
export function maskTraceback(
  mask: Mask,
  traceback: readonly string[]
): readonly string[] {
  return traceback.length === 0
    ? traceback
    : mask(traceback.join('\n')).split('\n');
}
