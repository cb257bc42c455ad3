/** Kubernetes events that are read at once; the tab's title and its first page share one request. */
export const EVENTS_ON_A_PAGE = 50;
