#!/usr/bin/env python3
"""home.py BROKER_PORT SINK_PORT FOLDER [--sensors N] [--buttons N] [--rules N]: writes the home that is measured.

Sensors are those of the load generator (`bench/sensor/000` …); buttons are `bench/button/0` …; the responder is the
harness's sink. Every default is on: rules, story, sharing gate, canary, pages.
"""
import argparse
import os

a = argparse.ArgumentParser()
a.add_argument("broker_port", type=int)
a.add_argument("sink_port", type=int)
a.add_argument("pages_port", type=int)
a.add_argument("folder")
a.add_argument("--sensors", type=int, default=200)
a.add_argument("--buttons", type=int, default=1)
a.add_argument("--rules", type=int, default=50)
o = a.parse_args()

SECRET = "whsec_YmVuY2htYXJrLWJlbmNobWFyay1iZW5jaG1hcms="
os.makedirs(os.path.join(o.folder, "devices"), exist_ok=True)


def write(name, text):
    path = os.path.join(o.folder, name)
    with open(path, "w") as f:
        f.write(text)
    os.chmod(path, 0o600)


write("devices/bench-button.yaml", """version: 1
id: bench-button
title: Button of the benchmark
maker: benchmark
dialect: json
fields:
  - {path: /action, event: help_call, when: [emergency]}
supervision: none
repeat_within: 1ms
samples:
  - payload: '{"action":"emergency"}'
    expect: {help_call: happened}
""")
write("devices/bench-sensor.yaml", """version: 1
id: bench-sensor
title: Sensor of the benchmark
maker: benchmark
dialect: json
fields:
  - {path: /temperature, number: temperature}
  - {path: /humidity, number: humidity}
  - {path: /occupancy, state: motion}
  - {path: /battery, number: battery}
  - {path: /linkquality, number: link_quality}
supervision: {silent_after: 25h}
samples:
  - payload: '{"temperature":21.5,"humidity":40.1,"battery":80,"linkquality":90}'
    expect: {temperature: 21.5, humidity: 40.1, battery: 80, link_quality: 90}
""")
write("secrets.yaml", f"desk: {SECRET}\n")

sensors = [f"s{i:03d}" for i in range(o.sensors)]
buttons = [f"b{i}" for i in range(o.buttons)]
lines = [f"""version: 1
home: {{id: bench, name: Bench, zone: Europe/London}}
residents: {{somebody: Somebody}}
rooms: {{hall: the hall}}
intakes:
  broker:
    mqtt: {{host: 127.0.0.1, port: {o.broker_port}}}
channels:
  desk:
    webhook:
      url: http://127.0.0.1:{o.sink_port}/webhook
      secret: !secret desk
      answer_url: http://127.0.0.1:{o.pages_port}
contacts:
  desk: {{name: Desk, channels: [desk], shares: [name, room, story, readings]}}
escalations:
  emergency:
    rungs: [{{tell: [desk], wait: 12h}}]
  urgent:
    rungs: [{{tell: [desk], wait: 12h}}]
pages: {{listen: 127.0.0.1:{o.pages_port}}}
gateway: {{state_directory: state, control_socket: control.sock}}
devices:"""]
for i, name in enumerate(buttons):
    lines.append(f"  {name}: {{name: button {i}, profile: bench-button, topic: bench/button/{i}, room: hall}}")
for i, name in enumerate(sensors):
    lines.append(f"  {name}: {{name: sensor {i}, profile: bench-sensor, topic: 'bench/sensor/{i:03d}', room: hall}}")
lines.append("rules:")
lines.append(f"  help: {{kind: help_call, title: Help, devices: [{', '.join(buttons)}], pre_alert: 0s}}")
climate = [s for i, s in enumerate(sensors) if i % 4 != 3]
motion = [s for i, s in enumerate(sensors) if i % 4 == 3]
share = max(1, len(climate) // max(1, o.rules - 2))
for n in range(o.rules - 2):
    group = climate[n * share:(n + 1) * share] or climate[:1]
    lines.append(f"  heat-{n}: {{kind: threshold, devices: [{', '.join(group)}], capability: temperature, "
                 f"above: 90, hold: 10m}}")
lines.append(f"  quiet: {{kind: inactivity, devices: [{', '.join(motion)}], after: 12h}}")
write("home.yaml", "\n".join(lines) + "\n")
