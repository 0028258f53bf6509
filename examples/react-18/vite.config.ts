import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // What your backend answers, while you develop.
  server: { proxy: { '/ffc': process.env['FFC_BACKEND'] ?? 'http://localhost:7800' } },
});
