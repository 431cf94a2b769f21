// Preloaded into a program that `npm start` starts: when that is gone, however it ended, this one ends too.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
