/** On every page and answer that names helplines. */
export const helplinesTag = "helplines";
