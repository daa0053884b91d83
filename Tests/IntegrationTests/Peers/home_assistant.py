"""A real Home Assistant in this process, for one broker: tells the states of what it found there.

Usage: python home_assistant.py FOLDER PORT USER PASSWORD

It prints a JSON line for each state that an entity of Pullcord gets, and takes commands from standard input, one a line:
"press NAME" presses the button with that name, "count" prints how many entities there are.
"""

import asyncio
import json
import os
import sys

from homeassistant import bootstrap, core
from homeassistant.helpers import device_registry, entity_registry
from homeassistant.runner import RuntimeConfig

ENTRY = {
    "entry_id": "pullcord",
    "version": 1,
    "minor_version": 1,
    "domain": "mqtt",
    "title": "broker",
    "options": {},
    "pref_disable_new_entities": False,
    "pref_disable_polling": False,
    "source": "user",
    "unique_id": None,
    "disabled_by": None,
}


def write_configuration(folder, port, user, password):
    os.makedirs(f"{folder}/.storage", exist_ok=True)
    with open(f"{folder}/configuration.yaml", "w", encoding="utf-8") as file:
        file.write("homeassistant:\n  name: Test\n  time_zone: UTC\nlogger:\n  default: warning\n")
    data = {"broker": "127.0.0.1", "port": port, "discovery": True}
    if user:
        data |= {"username": user, "password": password}
    entries = {"version": 1, "minor_version": 1, "key": "core.config_entries"}
    entries["data"] = {"entries": [ENTRY | {"data": data}]}
    with open(f"{folder}/.storage/core.config_entries", "w", encoding="utf-8") as file:
        json.dump(entries, file)


def say(**words):
    print(json.dumps(words), flush=True)


def ours(hass, entity_id):
    """The name of an entity of Pullcord's device; None for another."""
    entity = entity_registry.async_get(hass).async_get(entity_id)
    if entity is None or entity.device_id is None:
        return None
    device = device_registry.async_get(hass).async_get(entity.device_id)
    if device is None or device.manufacturer != "Pullcord":
        return None
    node = next(name for _, name in device.identifiers)
    return entity.unique_id.removeprefix(f"{node}_")


async def listen(hass):
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := (await reader.readline()).decode().strip():
        if line == "count":
            say(count=sum(1 for state in hass.states.async_all() if ours(hass, state.entity_id)))
        elif line.startswith("press "):
            wanted = line.removeprefix("press ")
            for state in hass.states.async_all("button"):
                if ours(hass, state.entity_id) == wanted:
                    await hass.services.async_call("button", "press", {"entity_id": state.entity_id}, blocking=True)
                    say(pressed=wanted)


async def run(folder):
    hass = await bootstrap.async_setup_hass(RuntimeConfig(config_dir=folder, skip_pip=True, safe_mode=False))
    if hass is None:
        say(failure="Home Assistant did not start.")
        return

    def tell(state):
        if name := ours(hass, state.entity_id):
            say(entity=name, state=state.state, name=state.name, device_class=state.attributes.get("device_class"))

    @core.callback
    def changed(event):
        if (state := event.data["new_state"]) is not None:
            tell(state)

    hass.bus.async_listen("state_changed", changed)
    await hass.async_start()
    say(started=True)
    for state in hass.states.async_all():
        tell(state)
    await listen(hass)
    await hass.async_stop(force=True)


if __name__ == "__main__":
    folder, port = sys.argv[1], int(sys.argv[2])
    user, password = (sys.argv[3:5] + ["", ""])[:2]
    write_configuration(folder, port, user, password)
    asyncio.run(run(folder))
