import { expect } from '@open-wc/testing';
import {
  RemoteAudioTrack,
  RemoteParticipant,
  RemoteTrackPublication,
  Room,
  RoomEvent,
  TrackEvent,
} from 'livekit-client';
import { keepSound } from '../../../src/rtc/livekit/sound-care.js';

describe('the sound of a call that the system pauses', () => {
  let audio: HTMLAudioElement;
  let context: AudioContext;
  let track: RemoteAudioTrack;
  let end: AbortController;

  beforeEach(async () => {
    end = new AbortController();
    context = new AudioContext();
    const { stream } = context.createMediaStreamDestination();
    const room = new Room();
    keepSound(room, end.signal);
    track = new RemoteAudioTrack(stream.getAudioTracks()[0]!, 'TR_voice', {} as RTCRtpReceiver);
    room.emit(
      RoomEvent.TrackSubscribed,
      track,
      Object.create(RemoteTrackPublication.prototype) as RemoteTrackPublication,
      Object.create(RemoteParticipant.prototype) as RemoteParticipant,
    );
    audio = document.createElement('audio');
    document.body.append(audio);
    const playing = told(TrackEvent.AudioPlaybackStarted);
    track.attach(audio);
    await playing;
  });
  afterEach(async () => {
    end.abort();
    track.detach();
    audio.remove();
    await context.close();
  });

  const told = (event: TrackEvent.AudioPlaybackStarted | TrackEvent.AudioPlaybackFailed) =>
    new Promise<void>((resolve) => track.once(event, () => resolve()));

  /** Forbids playback, as a browser does, until the returned function is called. */
  function forbid(): () => void {
    audio.play = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
    return () => Reflect.deleteProperty(audio, 'play');
  }

  it('goes on by itself', async () => {
    const started = told(TrackEvent.AudioPlaybackStarted);
    audio.pause();
    await started;
    expect(audio.paused).to.equal(false);
  });

  it('is reported as blocked if it may not play, and goes on when the page is visible again', async () => {
    const failed = told(TrackEvent.AudioPlaybackFailed);
    const allow = forbid();
    audio.pause();
    await failed;
    expect(audio.paused).to.equal(true);
    allow();
    const started = told(TrackEvent.AudioPlaybackStarted);
    document.dispatchEvent(new Event('visibilitychange'));
    await started;
    expect(audio.paused).to.equal(false);
  });

  it('is reported as blocked when the system pauses it again at once', async () => {
    const started = told(TrackEvent.AudioPlaybackStarted);
    audio.pause();
    await started;
    const failed = told(TrackEvent.AudioPlaybackFailed);
    audio.pause();
    await failed;
  });

  it('stays silent when nobody plays it any more', async () => {
    let failures = 0;
    track.on(TrackEvent.AudioPlaybackFailed, () => failures++);
    forbid();
    const paused = new Promise((resolve) => audio.addEventListener('pause', resolve));
    const element = track.detach()[0]!;
    element.pause();
    if (!audio.paused) await paused;
    expect(failures).to.equal(0);
  });
});
