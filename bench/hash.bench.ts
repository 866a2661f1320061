// What a content address costs, by size: every source and output is hashed once before it is stored.
import { hashOf } from '../src/model';

const text = (size: number): string => 'x = 1\n'.repeat(size / 6);

export default {
  title: 'Content address of a text',
  cases: {
    '6 kB': () => {
      const source = text(6_000);
      return () => hashOf(source);
    },
    '60 kB': () => {
      const source = text(60_000);
      return () => hashOf(source);
    },
    '600 kB': () => {
      const source = text(600_000);
      return () => hashOf(source);
    }
  }
};
