/** On every page that shows a call. */
export const callsTag = "calls";
