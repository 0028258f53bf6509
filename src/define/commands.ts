/**
 * Lets the page's own buttons control rooms:
 * `<button data-ffc-command="toggle-microphone" data-ffc-for="room">`. Importing it on a server
 * does nothing.
 */
import './all-controls.js';
import './later-controls.js';
import { connectCommands } from '../parts/page-commands.js';

if (typeof document !== 'undefined') connectCommands();
