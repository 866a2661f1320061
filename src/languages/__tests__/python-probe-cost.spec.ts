// What an execution took, as a real kernel tells it. Needs the project's venv.
import { hasKernel, reports } from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

/** A framework that keeps count of a graphics card's memory, as torch does; its figures are the cell's to set. */
const fakeTorch = `
import sys, types
figures = {'allocated_bytes.all.current': 10, 'allocated_bytes.all.peak': 40}
def memory_stats(device):
    return dict(figures)
torch = types.ModuleType('torch'); cuda = types.ModuleType('torch.cuda'); inner = types.ModuleType('torch._C')
cuda._initialized = True; cuda.memory_stats = memory_stats; inner._cuda_getDeviceCount = lambda: 1
sys.modules.update({'torch': torch, 'torch.cuda': cuda, 'torch._C': inner})
`;

inKernel('the cost of an execution', () => {
  const found = hasKernel
    ? reports(
        'import time; end = time.process_time() + .15\nwhile time.process_time() < end: pass',
        'time.sleep(.15)',
        'import subprocess, sys; _ = subprocess.run([sys.executable, "-S", "-c", "import time\\nwhile time.process_time() < .3: pass"])',
        'block = bytearray(300_000_000)',
        fakeTorch,
        'figures["allocated_bytes.all.peak"] = 70',
        'figures["allocated_bytes.all.current"] = 30',
        '1/0'
      ).map(({ report }) => report.cost)
    : [];

  it('tells time and processor time apart, with that of processes that ended', () => {
    const [busy, asleep, child] = found;
    // The clocks that the cells wait by and those that the probe reads are a little apart: a third is left to them.
    expect(busy?.cpuMs).toBeGreaterThanOrEqual(100);
    expect(busy?.wallMs).toBeGreaterThanOrEqual(100);
    expect(asleep?.wallMs).toBeGreaterThanOrEqual(100);
    expect(asleep?.cpuMs).toBeLessThan(asleep?.wallMs ?? 0);
    expect(child?.cpuMs).toBeGreaterThanOrEqual(200);
  });

  it('tells the highest memory so far', () => {
    const [first, , , large, later] = found.map(
      cost => cost?.peakMemoryBytes ?? 0
    );
    expect(large).toBeGreaterThan((first ?? 0) + 250e6);
    expect(later).toBeGreaterThanOrEqual(large ?? 0);
  });

  it("tells a graphics card's memory where a loaded framework counts it, and nothing is known without one", () => {
    const [before, , , , , peak, current] = found.map(
      cost => cost?.gpuMemoryBytes
    );
    expect(before).toBeNull();
    expect(peak).toBe(70);
    expect(current).toBe(30);
  });

  it('is there for a cell that fails', () => {
    expect(found[7]?.wallMs).toBeGreaterThan(0);
  });
});
