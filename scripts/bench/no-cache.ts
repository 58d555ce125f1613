/** In place of Next's: nothing is kept. */
export const unstable_cache = <Read>(read: Read): Read => read;
