import { expect } from '@open-wc/testing';
import { Attachments, type Playable } from '../../../src/rtc/livekit/attachments.js';

describe('attachments', () => {
  class FakeTrack implements Playable {
    readonly elements = new Set<HTMLMediaElement>();
    attach(element: HTMLMediaElement): void {
      this.elements.add(element);
    }
    detach(element: HTMLMediaElement): void {
      this.elements.delete(element);
    }
  }

  let tracks: Map<string, FakeTrack>;
  let attachments: Attachments;
  let element: HTMLVideoElement;
  beforeEach(() => {
    tracks = new Map();
    attachments = new Attachments((sid) => tracks.get(sid));
    element = document.createElement('video');
  });

  it('play a track that is there, until they are ended', () => {
    const track = new FakeTrack();
    tracks.set('TR_1', track);
    const end = attachments.attach('TR_1', element);
    expect([...track.elements]).to.deep.equal([element]);
    end();
    end();
    expect(track.elements.size).to.equal(0);
  });

  it('wait for a track that comes later, and follow it when it comes again', () => {
    attachments.attach('TR_1', element);
    const first = new FakeTrack();
    tracks.set('TR_1', first);
    attachments.refresh('TR_1');
    expect(first.elements.has(element)).to.equal(true);

    const second = new FakeTrack();
    tracks.set('TR_1', second);
    attachments.refresh('TR_1');
    expect(first.elements.size).to.equal(0);
    expect(second.elements.has(element)).to.equal(true);
  });

  it('do not start any more once they are ended', () => {
    attachments.attach('TR_1', element)();
    const track = new FakeTrack();
    tracks.set('TR_1', track);
    attachments.refresh();
    expect(track.elements.size).to.equal(0);
  });

  it('play one track in several elements', () => {
    const track = new FakeTrack();
    tracks.set('TR_1', track);
    const other = document.createElement('video');
    const end = attachments.attach('TR_1', element);
    attachments.attach('TR_1', other);
    end();
    expect([...track.elements]).to.deep.equal([other]);
  });

  it('keep an element that has the same track under another name', () => {
    const track = new FakeTrack();
    tracks.set('local:camera', track).set('TR_1', track);
    const end = attachments.attach('local:camera', element);
    attachments.attach('TR_1', element);
    end();
    expect(track.elements.has(element)).to.equal(true);
    attachments.clear();
    expect(track.elements.size).to.equal(0);
  });
});
