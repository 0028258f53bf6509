// Written by `npm run manifest`.
import './ffc-camera-button.js';
import './ffc-devices-button.js';
import './ffc-layout-button.js';
import './ffc-leave-button.js';
import './ffc-microphone-button.js';
import './ffc-screen-share-button.js';
