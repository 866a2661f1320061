// That tensors of torch are read without a trace; a class of the cell's stands for torch, which the project does not need.
import {
  hasKernel,
  reportOf,
  session,
  textOf,
  unhurried
} from './probe-session';

const inKernel = hasKernel ? describe : describe.skip;

/** As torch has it, `numpy()` forbids the storage to be resized. */
const torch = `
import sys, types, numpy as np
torch = sys.modules['torch'] = types.ModuleType('torch')
torch.strided = 'strided'
class Tensor:
    device = types.SimpleNamespace(type='cpu')
    layout, is_quantized, requires_grad, is_leaf, grad, _version = 'strided', False, False, True, None, 0
    def __init__(self, array, name=None):
        self.array, self.dtype, self.can_be_resized = array, 'torch.' + (name or array.dtype.name), True
    def numpy(self):
        self.can_be_resized = False
        return self.array
    def detach(self): return self
    def is_conj(self): return False
    def is_neg(self): return False
    def size(self): return self.array.shape
    def is_contiguous(self): return self.array.flags.c_contiguous
    def numel(self): return self.array.size
    def element_size(self): return self.array.itemsize
    def data_ptr(self): return self.array.ctypes.data
    def stride(self): return tuple(step // self.array.itemsize for step in self.array.strides)
    def untyped_storage(self): return Tensor(self.array.base) if self.array.base is not None else self
Tensor.__module__ = 'torch'
torch.Tensor = Tensor
numbers = np.arange(12_000, dtype='f4').reshape(60, 200)
whole, turned, like, empty, odd = Tensor(numbers), Tensor(numbers.T), Tensor(numbers.T.copy()), Tensor(numbers[:0]), Tensor(numbers, 'bfloat16')
few, tilted = Tensor(numbers[:3, :3].copy()), Tensor(numbers[:3, :3].T.copy().T)
`;

inKernel('a tensor', () => {
  const cells = [
    torch,
    'whole, turned, like',
    'whole.array[1, 2] = -1',
    'whole, turned, like, empty, odd',
    '[found.can_be_resized for found in (whole, turned, like, empty, odd)]',
    'few, tilted',
    'few.array[2, 2] = -1'
  ];
  const told = hasKernel ? session([unhurried, ...cells]).slice(1) : [];
  const after = (place: number) => reportOf(told[place]).report;

  it('is read over its own memory, whatever its strides are, and shares it with the array that it was made of', () => {
    const { whole, turned, like } = after(1).values;
    expect(whole).toBeDefined();
    expect(turned).toBe(like);
    expect(turned).not.toBe(whole);
    expect(after(2).changed).toEqual(['numbers', 'turned', 'whole']);
  });

  it('that is empty is read, and one of a type that NumPy lacks is not', () => {
    expect(Object.keys(after(3).values)).toContain('empty');
    expect(Object.keys(after(3).values)).not.toContain('odd');
  });

  it('that is small is the same value however it lies in memory, and shows a change', () => {
    const { few, tilted } = after(5).values;
    expect(few).toBeDefined();
    expect(few).toBe(tilted);
    expect(after(6).changed).toEqual(['few']);
  });

  it('can be resized afterwards', () => {
    expect(textOf(told[4])).toBe('[True, True, True, True, True]');
  });
});
