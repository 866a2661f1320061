// The part of the Python probe that works out once what the text of a cell tells, also where the cell runs again.

/**
 * Defines `once(work)`, which makes of a function of a text one that remembers. What such a function gives is never changed by who asked.
 */
export const onceSource = String.raw`
# So many characters of texts are remembered by each function; what is told of one takes many times its length.
REMEMBERED = 50000

def once(work):
    told, length = {}, [0]
    def ask(source):
        found = told.get(source)
        if found is None:
            found = work(source)
            length[0] += len(source) + 100
            if length[0] > REMEMBERED:
                # The text that is asked about now may be a long one: it is asked about several times for one cell.
                told.clear()
                length[0] = len(source) + 100
            told[source] = found
        return found
    return ask
`;
