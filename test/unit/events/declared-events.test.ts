import { expect } from '@open-wc/testing';
import * as chatEvents from '../../../src/events/chat-events.js';
import * as errorEvents from '../../../src/events/error-event.js';
import { declareEvent, FfcEvent } from '../../../src/events/event.js';
import * as listChangeEvents from '../../../src/events/list-change-events.js';
import * as listEvents from '../../../src/events/list-events.js';
import * as mediaEvents from '../../../src/events/media-events.js';
import * as requestEvents from '../../../src/events/request-events.js';
import * as roomEvents from '../../../src/events/room-events.js';
import * as sessionEvents from '../../../src/events/session-events.js';
import * as powerEvents from '../../../src/events/power-events.js';
import * as signalEvents from '../../../src/events/signal-events.js';
import * as shareRequestEvents from '../../../src/events/share-request-events.js';
import * as signalRequestEvents from '../../../src/events/signal-request-events.js';
import * as viewEvents from '../../../src/events/view-events.js';
import * as entry from '../../../src/index.js';

const modules = {
  chatEvents,
  errorEvents,
  listChangeEvents,
  listEvents,
  mediaEvents,
  requestEvents,
  roomEvents,
  sessionEvents,
  powerEvents,
  signalEvents,
  shareRequestEvents,
  signalRequestEvents,
  viewEvents,
};
const classesOf = (module: object): [string, unknown][] =>
  Object.entries(module).filter(([, value]) => typeof value === 'function');
const classes = Object.values(modules).flatMap(classesOf);

describe('a declared event', () => {
  it('has its fields as its own, and no detail', () => {
    class FfcSampleEvent extends declareEvent('ffc-sample')<{ readonly size: number }>() {}
    const event = new FfcSampleEvent({ size: 3 });
    expect(event.size).to.equal(3);
    expect(event.type).to.equal('ffc-sample');
    expect(event).to.be.instanceOf(FfcSampleEvent).and.instanceOf(FfcEvent);
    expect(event).not.to.have.property('detail');
  });

  it('cannot be mistaken for another one', () => {
    const error = new entry.FfcMicrophoneRequestEvent(true);
    expect(error).not.to.be.instanceOf(entry.FfcCameraRequestEvent);
    expect(error).to.include({ enabled: true, type: 'ffc-microphone-request' });
  });

  it('that requests a toggle has no wanted state unless one is given', () => {
    expect(new entry.FfcCameraRequestEvent().enabled).to.equal(undefined);
    expect(new entry.FfcCameraRequestEvent(false).enabled).to.equal(false);
  });
});

describe('each event of this package', () => {
  for (const [className, DeclaredEvent] of classes) {
    it(`${className} bubbles, is composed, and is public`, () => {
      const event = new (DeclaredEvent as new () => FfcEvent)();
      expect(event).to.include({ bubbles: true, composed: true });
      expect(event.type).to.match(/^ffc-[a-z]+(-[a-z]+)*$/);
      expect((entry as Record<string, unknown>)[className]).to.equal(DeclaredEvent);
    });
  }

  it('of a session is in the list that a room dispatches', () => {
    const declared = classesOf(sessionEvents).map(([name]) => name);
    expect(sessionEvents.sessionEventClasses.map(({ name }) => name)).to.have.members(declared);
  });

  it('can be cancelled if it asks for something, and else only where it says so', () => {
    const cancelable = classes
      .map(([, DeclaredEvent]) => new (DeclaredEvent as new () => FfcEvent)())
      .filter((event) => event.cancelable)
      .map(({ type }) => type)
      .filter((type) => !type.endsWith('-request'));
    expect(cancelable).to.deep.equal(['ffc-room-select']);
    for (const [, DeclaredEvent] of Object.entries(requestEvents)) {
      expect(new (DeclaredEvent as new () => FfcEvent)().cancelable).to.equal(true);
    }
  });
});
