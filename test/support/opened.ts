/** When the demonstration meeting of a test is opened: it is dated back from there. */
export const OPENED = Date.UTC(2026, 5, 10, 3, 0);
