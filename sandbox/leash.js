// Runs a command while the parent process holds the other end of standard input. When the parent
// ends, in any way, the pipe closes and the command is killed.
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

const kill = () => child.kill('SIGKILL');
process.stdin.on('close', kill).resume();
process.on('SIGTERM', kill);
child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));
