// The part of the Python probe that keeps to the time it was given.

/**
 * Defines `Budget` and `Reader`. What the budget does not allow is unreadable as a whole, so that a fingerprint never
 * depends on the time left.
 */
export const budgetSource = String.raw`
thread_clock = getattr(time_module, 'thread_time', clock)

class Unreadable(Exception):
    pass

class Exhausted(Unreadable):
    pass

class Budget:
    def __init__(self, seconds):
        # Time of this thread, so that a busy machine does not empty the report; the wall clock bounds it.
        self.end = thread_clock() + seconds
        self.last = clock() + 4 * seconds
        self.elements = 200000
        self.bytes = 24 << 20
        self.ticks = 0

    def part(self, share):
        # A share of the time that is left.
        return Budget(max(0.0, self.end - thread_clock()) * share)

    def is_spent(self, ahead=0.0):
        return self.elements < 0 or self.bytes < 0 or thread_clock() + ahead > self.end or clock() + ahead > self.last

    def take(self, elements, size):
        # Asks before the work is done; the clock is read now and then, and before each piece that takes long.
        self.elements -= elements
        self.bytes -= size
        self.ticks -= 1 + (elements >> 5) + (size >> 13)
        if self.ticks < 0:
            self.ticks = 30
            if self.is_spent(size * SECONDS_PER_BYTE + elements * 3e-8):
                raise Exhausted

class Reader:
    # One value's reading: whether a sample stands for it, whether all of it was read, and the mutable objects in it.
    def __init__(self, budget):
        self.budget = budget
        self.sampled = False
        self.whole = True
        self.reach = set()
        self.stack = {}
        self.classes = {}

    def enter(self, value, depth):
        # The number of levels up to the same object when the value holds itself, else None.
        key = address(value)
        if key in self.stack:
            return depth - self.stack[key]
        if depth > DEPTH_LIMIT:
            raise Unreadable
        self.stack[key] = depth
        if len(self.reach) < REACH_LIMIT:
            self.reach.add(key)
        return None

    def leave(self, value):
        self.stack.pop(address(value), None)
`;
