// What the probe adds to a cell that takes its time.
import { kernelCases } from './probe-kernel';

export default {
  title: 'Probe: a cell of some 60 ms',
  cases: kernelCases(
    [
      'rows = [{"n": n, "text": str(n)} for n in range(500)]',
      'def total(count):\n    result = 0\n    for n in range(count):\n        result += n * n % 7\n    return result'
    ],
    'result = total(900_000)\nrows[3]["n"] = result'
  )
};
