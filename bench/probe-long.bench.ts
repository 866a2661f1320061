// What the probe adds to a cell that takes its time.
import { kernelLines } from './probe-kernel';

export default {
  title: 'Probe: a cell of some 60 ms',
  table: () =>
    kernelLines(
      [
        'rows = [{"n": n, "text": str(n)} for n in range(500)]',
        'def total(count):\n    result = 0\n    for n in range(count):\n        result += n * n % 7\n    return result'
      ],
      'result = total(900_000)\nrows[3]["n"] = result',
      41
    )
};
