/** The versions in a report of a failure; a test compares them with those of the package. */
export const versions = { 'ffc-elements': '0.1.0', 'livekit-client': '2.23.0' } as const;
