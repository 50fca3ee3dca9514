/** Megabytes that a file may have which a folder brings with it: a project's rules, a review, what git leaves out. */
export const MOST_MEGABYTES = 16;
