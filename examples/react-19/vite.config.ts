import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Sends requests for `/ffc` to your backend during development.
  server: { proxy: { '/ffc': process.env['FFC_BACKEND'] ?? 'http://localhost:7800' } },
});
