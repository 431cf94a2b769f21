throw new Error('a unit test imported electron: only electron/main and electron/preload may, and e2e tests run them');
