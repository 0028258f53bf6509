import { Component, signal } from '@angular/core';
import { Rooms } from './rooms';

@Component({
  selector: 'app-root',
  imports: [Rooms],
  template: `
    <button (click)="isOpen.set(!isOpen())">
      {{ isOpen() ? 'Close the rooms' : 'Open the rooms' }}
    </button>
    @if (isOpen()) {
      <app-rooms />
    }
  `,
})
export class App {
  readonly isOpen = signal(true);
}
