// Written by `npm run manifest`.
import './ffc-camera-flip-button.js';
import './ffc-captions-button.js';
import './ffc-chat-button.js';
import './ffc-fullscreen-button.js';
import './ffc-raise-hand-button.js';
import './ffc-more-button.js';
import './ffc-participants-button.js';
import './ffc-picture-in-picture-button.js';
import './ffc-reactions-button.js';
import './ffc-settings-button.js';
