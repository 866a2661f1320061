// Addresses without what is nobody's business.

/**
 * Without credentials, query and fragment, nor the token that conda puts into a path. The user of SSH stays, as it is a part of the way: `ssh://git@host/path`,
 * and `git@host:path`, which is no address with a scheme.
 */
export function publicAddress(text: string): string {
  const [address = ''] = text.split(/[?#]/);
  const parts = /^([a-z][a-z0-9+.-]*:\/\/)([^/]*)(.*)$/is.exec(address);
  if (!parts) {
    return address;
  }
  const [, scheme = '', authority = '', path = ''] = parts;
  const at = authority.lastIndexOf('@');
  const user = authority.slice(0, Math.max(0, at));
  const isPlain = at >= 0 && /ssh/i.test(scheme) && !user.includes(':');
  const host = isPlain ? authority : authority.slice(at + 1);
  return scheme + host + path.replace(/^\/t\/[^/]+\//, '/');
}

/** True for an address that can stand in a requirement: one word, nothing that a shell or a file format would take up. */
export function isAddress(text: string): boolean {
  return (
    text.length <= 2000 &&
    /^(?:[a-z][a-z0-9+.-]*:\/\/|[\w.-]+@[\w.-]+:)[^\s"'`\\<>|;$(){}]+$/i.test(
      text
    )
  );
}
