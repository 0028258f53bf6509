/** What a report of a failure names; a test holds that it is what the package says. */
export const versions = { 'ffc-elements': '0.1.0', 'livekit-client': '2.23.0' } as const;
