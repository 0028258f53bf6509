/** Whether this runs from the bundle that npm ships, and not from source. */
export const isBuilt = !import.meta.url.endsWith('.ts');

/** How this sandbox is started, for what it tells people. */
export const command = isBuilt ? 'npx ffc-elements sandbox' : 'npm start';
/** The same before options. */
export const commandWithOptions = isBuilt ? command : `${command} --`;
