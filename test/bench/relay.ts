import { measureFanOut } from './relay/fan-out.ts';
import { serve, SERVERS, type ServerName } from './relay/servers.ts';

// `npm run bench -- relay [--json] [--quick]`: this relay beside the stock server, Hocuspocus and a bare broadcaster,
// in turn, each in a process of its own.

const [, , flag, name, dataDir] = process.argv;
if (flag === '--serve') await serve(name as ServerName, dataDir!);
else await measure();

async function measure(): Promise<void> {
  const [clients = 500, writers = 10, rate = 10] = process.argv.slice(2).map(Number).filter(Number.isInteger);
  for (const server of SERVERS) {
    const figures = await measureFanOut(server, { clients, writers, rate, seconds: 5 });
    console.log(
      server,
      JSON.stringify(figures, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value)),
    );
  }
  process.exit(0);
}
