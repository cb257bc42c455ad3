/** The greatest sequence of a run: PostgreSQL keeps it as an integer of four bytes. */
export const LAST_RUN = 2 ** 31 - 1;
