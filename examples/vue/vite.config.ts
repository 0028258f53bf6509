import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('ffc-') } } }),
  ],
  // What your backend answers, while you develop.
  server: { proxy: { '/ffc': process.env['FFC_BACKEND'] ?? 'http://localhost:7800' } },
});
