// A place in an analysis for what others make of it.

/**
 * Under this an analysis keeps what was prepared of it, where neither copies nor comparisons look. Where many analyses are made the
 * place is there from the beginning: V8 gives each of them a hidden class of its own that gets it later.
 */
export const MADE_OF_IT = Symbol('made of it');
