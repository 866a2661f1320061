// What the star imports of common modules bring in, whatever the version of Python: the names of all of them together.

const EXPORTS: Readonly<Record<string, string>> = {
  typing: `AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator Awaitable BinaryIO
    ByteString Callable ChainMap ClassVar Collection Concatenate Container ContextManager Coroutine Counter DefaultDict
    Deque Dict Final ForwardRef FrozenSet Generator Generic Hashable IO ItemsView Iterable Iterator KeysView List Literal
    LiteralString Mapping MappingView Match MutableMapping MutableSequence MutableSet NamedTuple Never NewType NoDefault
    NoReturn NotRequired Optional OrderedDict ParamSpec ParamSpecArgs ParamSpecKwargs Pattern Protocol ReadOnly Required
    Reversible Self Sequence Set Sized SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt
    SupportsRound TYPE_CHECKING Text TextIO Tuple Type TypeAlias TypeAliasType TypeGuard TypeIs TypeVar TypeVarTuple
    TypedDict Union Unpack ValuesView assert_never assert_type cast clear_overloads dataclass_transform
    evaluate_forward_ref final get_args get_origin get_overloads get_protocol_members get_type_hints is_protocol
    is_typeddict no_type_check no_type_check_decorator overload override reveal_type runtime_checkable`,
  math: `acos acosh asin asinh atan atan2 atanh cbrt ceil comb copysign cos cosh degrees dist e erf erfc exp exp2 expm1 fabs
    factorial floor fma fmod frexp fsum gamma gcd hypot inf isclose isfinite isinf isnan isqrt lcm ldexp lgamma log log10
    log1p log2 modf nan nextafter perm pi pow prod radians remainder sin sinh sqrt sumprod tan tanh tau trunc ulp`,
  cmath: `acos acosh asin asinh atan atanh cos cosh e exp inf infj isclose isfinite isinf isnan log log10 nan nanj phase pi
    polar rect sin sinh sqrt tan tanh tau`,
  collections: `ChainMap Counter OrderedDict UserDict UserList UserString defaultdict deque namedtuple`,
  itertools: `accumulate batched chain combinations combinations_with_replacement compress count cycle dropwhile filterfalse groupby
    islice pairwise permutations product repeat starmap takewhile tee zip_longest`,
  functools: `Placeholder WRAPPER_ASSIGNMENTS WRAPPER_UPDATES cache cached_property cmp_to_key lru_cache partial partialmethod
    reduce singledispatch singledispatchmethod total_ordering update_wrapper wraps`,
  random: `Random SystemRandom betavariate binomialvariate choice choices expovariate gammavariate gauss getrandbits getstate
    lognormvariate normalvariate paretovariate randbytes randint random randrange sample seed setstate shuffle triangular
    uniform vonmisesvariate weibullvariate`,
  'numpy.random': `BitGenerator Generator MT19937 PCG64 PCG64DXSM Philox RandomState SFC64 SeedSequence beta binomial bytes chisquare
    choice default_rng dirichlet exponential f gamma geometric get_state gumbel hypergeometric laplace logistic lognormal
    logseries multinomial multivariate_normal negative_binomial noncentral_chisquare noncentral_f normal pareto
    permutation poisson power rand randint randn random random_integers random_sample ranf rayleigh sample seed set_state
    shuffle standard_cauchy standard_exponential standard_gamma standard_normal standard_t triangular uniform vonmises
    wald weibull zipf`,
  statistics: `NormalDist StatisticsError correlation covariance fmean geometric_mean harmonic_mean kde kde_random linear_regression
    mean median median_grouped median_high median_low mode multimode pstdev pvariance quantiles stdev variance`,
  operator: `abs add and_ attrgetter call concat contains countOf delitem eq floordiv ge getitem gt iadd iand iconcat ifloordiv
    ilshift imatmul imod imul index indexOf inv invert ior ipow irshift is_ is_not isub itemgetter itruediv ixor le
    length_hint lshift lt matmul methodcaller mod mul ne neg not_ or_ pos pow rshift setitem sub truediv truth xor`,
  string: `Formatter Template ascii_letters ascii_lowercase ascii_uppercase capwords digits hexdigits octdigits printable
    punctuation whitespace`,
  fractions: `Fraction`,
  decimal: `BasicContext Clamped Context ConversionSyntax Decimal DecimalException DecimalTuple DefaultContext DivisionByZero
    DivisionImpossible DivisionUndefined ExtendedContext FloatOperation HAVE_CONTEXTVAR HAVE_THREADS Inexact
    InvalidContext InvalidOperation MAX_EMAX MAX_PREC MIN_EMIN MIN_ETINY Overflow ROUND_05UP ROUND_CEILING ROUND_DOWN
    ROUND_FLOOR ROUND_HALF_DOWN ROUND_HALF_EVEN ROUND_HALF_UP ROUND_UP Rounded Subnormal Underflow getcontext localcontext
    setcontext`,
  time: `CLOCK_BOOTTIME CLOCK_MONOTONIC CLOCK_MONOTONIC_RAW CLOCK_PROCESS_CPUTIME_ID CLOCK_REALTIME CLOCK_TAI
    CLOCK_THREAD_CPUTIME_ID altzone asctime clock_getres clock_gettime clock_gettime_ns clock_settime clock_settime_ns
    ctime daylight get_clock_info gmtime localtime mktime monotonic monotonic_ns perf_counter perf_counter_ns process_time
    process_time_ns pthread_getcpuclockid sleep strftime strptime struct_time thread_time thread_time_ns time time_ns
    timezone tzname tzset`,
  datetime: `MAXYEAR MINYEAR UTC date datetime time timedelta timezone tzinfo`
};

/** The names that a star import of the module brings in; null where nobody knows. */
export function starExports(module: string): readonly string[] | null {
  return EXPORTS[module]?.split(/\s+/) ?? null;
}
