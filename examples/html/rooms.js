import 'ffc-elements';

/** Requests the token of the signed-in member from your backend. */
async function fetchToken({ signal }) {
  const answer = await fetch('/ffc/token', { method: 'POST', signal });
  if (!answer.ok) throw new Error(`The backend answered ${answer.status}.`);
  return answer.json();
}

const main = document.querySelector('main');
const room = document.querySelector('ffc-room');
const news = document.querySelector('[role=status]');
const microphone = document.querySelector('#microphone');

for (const element of document.querySelectorAll('ffc-room-list, ffc-room')) {
  element.tokenProvider = fetchToken;
}

room.addEventListener('ffc-participant-joined', ({ participant }) => {
  news.textContent = `${participant.name} is here`;
});
room.addEventListener('ffc-switch-change', (event) => {
  microphone.setAttribute('aria-pressed', String(event.microphone.enabled));
});
room.addEventListener('ffc-error', ({ error }) => {
  news.textContent = `${error.stage}: ${error.reason}`;
});

microphone.addEventListener('click', () => room.setMicrophoneEnabled(!room.microphone.enabled));
document.querySelector('#leave').addEventListener('click', () => room.leave());

// Removing the elements from the page ends the call and releases the camera.
document.querySelector('#toggle').addEventListener('click', ({ currentTarget }) => {
  if (main.isConnected) main.remove();
  else document.body.append(main);
  currentTarget.textContent = main.isConnected ? 'Close the rooms' : 'Open the rooms';
});
