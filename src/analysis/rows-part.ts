/** The part of a cursor that holds the rows which it has yet to give: it shares its tables with others, and this with nobody. */
export const ROWS = '.#rows';
