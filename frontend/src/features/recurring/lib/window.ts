/** Days that the calendar shows at first; what stands above the list is asked with them, so that it is asked once. */
export const CALENDAR_DAYS = 60
