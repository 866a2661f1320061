// The part of the Python probe that leaves the interpreter's memory so that the user's loops run as fast as without it.

/**
 * Defines `fill_gaps()` and `free_gaps()`. What a hook lets go leaves single gaps in pages that are full otherwise. A loop of
 * numbers that meets such a page takes the gap and gives it back in each turn, and with it the page: where the probe only looked at a cell
 * before it ran, loops took a tenth longer. Numbers of the probe's own fill the gaps until the cell has ended.
 */
export const gapsSource = String.raw`
# More than the gaps that a hook leaves, made within microseconds; larger than the numbers that the interpreter keeps for ever. To fill
# the gaps makes no number besides, which would leave another one.
FILLERS = range(1 << 20, (1 << 20) + 600)
fillers = []

def fill_gaps():
    fillers.extend(FILLERS)

def free_gaps():
    fillers.clear()
`;
