import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import 'ffc-elements/define/ffc-room';
import 'ffc-elements/define/ffc-room-list';
import type { FfcErrorEvent, FfcParticipantJoinedEvent } from 'ffc-elements';
import { endpoint, fetchToken } from './backend';

/** A list, the room that a person picks in it, and a custom control bar. */
@Component({
  selector: 'app-rooms',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <ffc-room-list [endpoint]="endpoint" [tokenProvider]="fetchToken" for="room"></ffc-room-list>
      <ffc-room
        #room
        id="room"
        [endpoint]="endpoint"
        [tokenProvider]="fetchToken"
        (ffc-participant-joined)="onJoined($event)"
        (ffc-switch-change)="isHeard.set($event.microphone.enabled)"
        (ffc-error)="onError($event)"
      >
        <div slot="control-bar">
          <button [attr.aria-pressed]="isHeard()" (click)="room.setMicrophoneEnabled(!isHeard())">
            My microphone
          </button>
          <button (click)="room.leave()">Hang up</button>
        </div>
      </ffc-room>
      <p role="status">{{ news() }}</p>
    </main>
  `,
})
export class Rooms {
  readonly endpoint = endpoint;
  readonly fetchToken = fetchToken;
  readonly isHeard = signal(false);
  readonly news = signal('');

  onJoined({ participant }: FfcParticipantJoinedEvent): void {
    this.news.set(`${participant.name} is here`);
  }

  onError({ error }: FfcErrorEvent): void {
    this.news.set(`${error.stage}: ${error.reason}`);
  }
}
