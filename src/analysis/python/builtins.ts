// Names that a notebook's Python finds without anybody binding them.

const python = `
ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup
False FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError
ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError
MemoryError ModuleNotFoundError NameError None NotADirectoryError NotImplemented NotImplementedError OSError
OverflowError PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError
ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning
SystemError SystemExit TabError TimeoutError True TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError
__build_class__ __debug__ __doc__ __import__ __loader__ __name__ __package__ __spec__
abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright
credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash
help hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open
ord pow print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type
vars zip
`;

const ipython = `display get_ipython __builtin__ __builtins__`;

/** Python's own, 3.8 to 3.14, and those that IPython adds. */
export const builtinNames: ReadonlySet<string> = new Set(
  `${python} ${ipython}`.split(/\s+/).filter(name => name !== '')
);

/** True for the names under which IPython keeps inputs and outputs: what they hold depends on execution counts. */
export function isHistoryName(name: string): boolean {
  return BEGINNING.has(name.charAt(0)) && HISTORY.test(name);
}

/** With what such a name begins: few others do. */
const BEGINNING = new Set('_IO');
const HISTORY = /^(?:_{1,3}|_i{1,3}|_i?\d+|In|Out|_ih|_oh|_dh)$/;
