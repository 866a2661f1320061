// The part of the Python probe that keeps to the time it was given.

/**
 * Defines `allowance(seconds)`, `spare_until(...)`, `Budget` and `Reader`. What the budget does not allow is unreadable as a whole, so that a fingerprint never
 * depends on the time left.
 */
export const budgetSource = String.raw`
thread_clock = getattr(time_module, 'thread_time', clock)

class Unreadable(Exception):
    pass

class Exhausted(Unreadable):
    pass

# How long cells took when they ran last, by the hash of their source.
lengths = {}

# What takes less than this is over before anybody notices some more; from here on, what a cell seems to have left as it was is read
# within a share of the cell's time: a fiftieth with the usual budget.
SHORT = 0.05
SHARE = BUDGET
# What else a report takes after the values were read.
REST = 0.0005

def spare_until(seconds, spent, begun):
    # When the time is up, of this thread, for what a cell seems to have left as it was; None for a short cell.
    return begun + seconds * SHARE - spent - REST if seconds >= SHORT else None

def allowance(seconds):
    # What reading large values may take where the cell takes so long: a fiftieth of it, at least what is hardly noticed.
    return min(BUDGET, max(BUDGET * 0.2, seconds * 0.02))

def remember_length(source, seconds):
    if len(lengths) > 2000:
        lengths.clear()
    lengths[hash(source)] = seconds

class Budget:
    def __init__(self, seconds):
        # Time of this thread, so that a busy machine does not empty the report; the wall clock bounds it.
        self.end = thread_clock() + seconds
        self.last = clock() + max(4 * seconds, 2 * BUDGET)
        self.elements = 200000
        self.bytes = 24 << 20
        self.ticks = 0

    def part(self, share):
        # A share of the time that is left.
        return Budget(max(0.0, self.end - thread_clock()) * share)

    def at_most(self, seconds):
        return Budget(max(0.0, min(seconds, self.end - thread_clock())))

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
    # One value's reading: whether a sample stands for it, whether all of it was read, and the mutable objects in it that last,
    # with the owners of its arrays' memory.
    def __init__(self, budget):
        self.budget = budget
        self.sampled = False
        self.whole = True
        self.reach = set()
        self.stack = {}
        self.classes = {}

    def passes(self, value):
        # Not tuples: what they hold is noted itself, and some are made for the reading, so that another value gets their address.
        if type(value) is not tuple and len(self.reach) < REACH_LIMIT:
            self.reach.add(address(value))

    def enter(self, value, depth):
        # The number of levels up to the same object when the value holds itself, else None.
        key = address(value)
        if key in self.stack:
            return depth - self.stack[key]
        if depth > DEPTH_LIMIT:
            raise Unreadable
        self.stack[key] = depth
        self.passes(value)
        return None

    def leave(self, value):
        self.stack.pop(address(value), None)
`;
