// Why a file has no hash, in words.
import { english, type FileUse, type WhyUnread } from '../../model';
import { aNotebook } from '../../testing/run-builder';
import { builtFacts } from '../../testing/run-facts';
import { whyUnhashed } from '../why-unread';

function said(unread: WhyUnread | undefined, closedAt: string | null): string {
  const use: FileUse = {
    path: 'a.csv',
    mode: 'read',
    size: 10,
    modified: 0,
    hash: null,
    ...(unread && { unread })
  };
  const { data, history } = builtFacts(
    aNotebook()
      .cell('a', 'read()')
      .run('a', null, { report: { files: [use] } })
  );
  const [file] = data.files ?? [];
  return file ? whyUnhashed(file, { ...history.run, closedAt }, english) : '';
}

describe('a file without a hash', () => {
  it('waits while the kernel runs, and was not read in time once it has ended', () => {
    expect(said('later', null)).toBe('it is read when no cell runs');
    expect(said('later', '2026-01-01T00:00:00Z')).toBe(
      'the kernel ended before the file was read'
    );
  });

  it('is never without a reason, also in records that hold none', () => {
    const reasons = [
      'gone',
      'changed',
      'unreadable',
      'irregular',
      'watched',
      'many',
      'large',
      undefined
    ] as const;
    const texts = reasons.map(reason => said(reason, null));
    expect(new Set(texts).size).toBe(reasons.length);
    expect(texts.every(text => text !== '')).toBe(true);
    expect(said(undefined, '2026-01-01T00:00:00Z')).toContain(
      'while the kernel ran'
    );
  });
});
