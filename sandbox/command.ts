/** Whether this runs from the bundle that npm ships, and not from source. */
export const isBuilt = !import.meta.url.endsWith('.ts');

/** The command that started this sandbox, for its messages. */
export const command = isBuilt ? 'npx ffc-elements sandbox' : 'npm start';
/** The same command, for a message that adds options. */
export const commandWithOptions = isBuilt ? command : `${command} --`;
