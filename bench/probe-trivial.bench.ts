// What the probe adds to a trivial cell where 1,000 names are bound.
import { kernelLines } from './probe-kernel';

export default {
  title: 'Probe: a trivial cell, 1,000 names bound',
  table: () =>
    kernelLines(
      [
        'for n in range(400): globals()["number%d" % n] = n',
        'for n in range(300): globals()["list%d" % n] = [n, str(n)]',
        'for n in range(300): globals()["record%d" % n] = {"n": n, "parts": [n]}'
      ],
      'x = 1',
      81
    )
};
