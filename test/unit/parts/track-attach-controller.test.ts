import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import {
  type AttachTarget,
  TrackAttachController,
} from '../../../src/parts/track-attach-controller.js';
import { createMockSession } from '../../../src/mock/index.js';

const host: ReactiveControllerHost = {
  addController() {},
  removeController() {},
  requestUpdate() {},
  updateComplete: Promise.resolve(true),
};

/** Await it for the microtask in which the controller attaches. */
const updates = Promise.resolve();

/** A controller, its calls of the session, and a function that chooses its track. */
function createBench(): {
  readonly controller: TrackAttachController;
  readonly calls: string[];
  readonly play: (trackSid: string | undefined) => void;
} {
  const calls: string[] = [];
  const video = document.createElement('video');
  const session = createMockSession();
  session.attach = (trackSid) => {
    calls.push(`attach ${trackSid}`);
    return () => calls.push(`release ${trackSid}`);
  };
  let target: AttachTarget | undefined;
  const controller = new TrackAttachController(host, {
    target: () => target,
    element: () => video,
  });
  return {
    controller,
    calls,
    play: (trackSid) => {
      target = trackSid === undefined ? undefined : { session, trackSid };
      controller.hostUpdated();
    },
  };
}

describe('TrackAttachController', () => {
  it('attaches once, however often its host is updated', async () => {
    const { calls, play } = createBench();
    play('camera');
    play('camera');
    await updates;
    expect(calls).to.deep.equal(['attach camera']);
  });

  it('has the new track before it lets go of the old one, so that there is no gap', async () => {
    const { calls, play } = createBench();
    play('local:camera');
    await updates;
    play('TR_1');
    await updates;
    expect(calls).to.deep.equal(['attach local:camera', 'attach TR_1', 'release local:camera']);
  });

  it('releases a track that is no longer wanted', async () => {
    const { calls, play } = createBench();
    play('camera');
    await updates;
    play(undefined);
    expect(calls).to.deep.equal(['attach camera', 'release camera']);
  });

  it('leaves a track alone that is no longer wanted after the updates of all hosts', async () => {
    const { calls, play } = createBench();
    play('camera');
    play(undefined);
    await updates;
    expect(calls).to.deep.equal([]);
  });

  it('lets go of the old track also when the new one is no longer wanted', async () => {
    const { calls, play } = createBench();
    play('local:camera');
    await updates;
    play('TR_1');
    play(undefined);
    await updates;
    expect(calls).to.deep.equal(['attach local:camera', 'release local:camera']);
  });

  it('releases when its host goes, and attaches when it comes back', async () => {
    const { controller, calls, play } = createBench();
    play('camera');
    await updates;
    controller.hostDisconnected();
    controller.hostDisconnected();
    controller.hostConnected();
    play('camera');
    await updates;
    expect(calls).to.deep.equal(['attach camera', 'release camera', 'attach camera']);
  });
});
