import { useState } from 'react';
import { Rooms } from './rooms';

export function App() {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <button onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Close the rooms' : 'Open the rooms'}
      </button>
      {isOpen && <Rooms />}
    </>
  );
}
