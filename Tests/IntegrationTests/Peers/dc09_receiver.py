"""An independent SIA DC-09 receiver for tests: pysiaalarm 3.2.2 on loopback.

Usage: dc09_receiver.py PORT ACCOUNT [KEY]

PORT 0 takes a free one. KEY is 16, 24 or 32 hexadecimal characters, taken as characters. Prints one JSON line
to standard output for the start ("ready", with the port) and one for each event that it acknowledged; ends on
SIGTERM or SIGINT.
"""

import asyncio
import json
import signal
import sys

from pysiaalarm import SIAAccount
from pysiaalarm.aio import SIAClient


def say(**line):
    print(json.dumps(line), flush=True)


async def heard(event):
    stamp = event.timestamp
    say(
        event=str(getattr(event.message_type, "value", event.message_type)),
        account=event.account,
        sequence=event.sequence,
        encrypted=bool(event.encrypted),
        qualifier=event.event_qualifier,
        code=event.event_type,
        zone=event.ri,
        timestamp=stamp.isoformat() if hasattr(stamp, "isoformat") else stamp,
    )


async def main():
    port, account = int(sys.argv[1]), sys.argv[2]
    key = sys.argv[3] if len(sys.argv) > 3 and sys.argv[3] else None
    SIAAccount.validate_account(account, key)
    client = SIAClient("127.0.0.1", port, [SIAAccount(account, key)], heard)
    await client.async_start()
    say(ready=True, port=client.server.sockets[0].getsockname()[1])
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
    client.server.close()


asyncio.run(main())
