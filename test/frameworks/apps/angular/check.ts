import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { FfcErrorEvent, FfcRoomElement, FfcRoomSelectEvent } from 'ffc-elements';

@Component({
  selector: 'app-rooms',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <ffc-room-list
      endpoint="sandbox"
      for="room"
      [pageSize]="6"
      readonly
      (ffc-room-select)="onSelect($event)"
    ></ffc-room-list>
    <ffc-room
      #call
      id="room"
      class="call"
      room-id="42"
      [autoJoin]="false"
      [tokenProvider]="tokenProvider"
      (ffc-error)="onError($event)"
      (click)="leave(call)"
    >
      <div slot="header"></div>
    </ffc-room>
  `,
})
export class Rooms {
  readonly tokenProvider = (): Promise<string> => Promise.resolve('token');

  onSelect(event: FfcRoomSelectEvent): void {
    console.log(event.room.id);
  }

  onError(event: FfcErrorEvent): void {
    console.warn(event.error.reason);
  }

  leave(room: FfcRoomElement): void {
    void room.leave();
  }
}
