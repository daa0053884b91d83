#!/usr/bin/env python3
"""Makes generated.jsonl: lines and telegrams from a seed, and what independent packages make of them.

    python3 -m venv peers && peers/bin/pip install pymysensors==0.26.0 rflink==0.0.68 dsmr-parser==1.11.2
    peers/bin/python generate.py 1 120 > generated.jsonl        # seed, how many of each

Needed by no test: they read the file.
"""
import json, logging, random, re, sys
from decimal import Decimal

from dsmr_parser import telegram_specifications as specifications
from dsmr_parser.parsers import CosemParser, MaxDemandParser, MBusParser, ProfileGenericParser, TelegramParser
from mysensors import const_22 as my
from mysensors.message import Message
from rflink.parser import PACKET_FIELDS, decode_packet, valid_packet

logging.disable(logging.CRITICAL)
seed, count = int(sys.argv[1]), int(sys.argv[2])
chance = random.Random(seed)


def spoil(text):
    """One to three signs changed, lost or doubled; now and then."""
    if chance.random() < 0.7:
        return text
    signs = list(text)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(signs))
        kind = chance.random()
        if kind < 0.4:
            signs[place] = chance.choice("0123456789;=.-ABCxyz ")
        elif kind < 0.7:
            signs[place] = ""
        else:
            signs[place] *= 2
    return "".join(signs)


# MySensors

PAYLOADS = ["", "0", "1", "2", "21.5", "-3.25", "57", "101", "-1", "0.5", "bad", "M", "I", "1.5.0", "2.3.2", "1.3",
            "ff0000", "ff0000ff", "FF00", "HeatOn", "Off", "Auto", "40.782,-73.965,0", "1,2", "Front Door", "254", "255"]


def mysensors():
    command = chance.randrange(0, 6) if chance.random() < 0.1 else chance.randrange(0, 5)
    types = {0: my.Presentation, 1: my.SetReq, 2: my.SetReq, 3: my.Internal, 4: my.Stream}.get(command, my.SetReq)
    child = 255 if command in (3, 4) and chance.random() < 0.9 else chance.choice([0, 1, 2, 7, 254, 255, 256])
    kind = chance.choice(list(types)).value if chance.random() < 0.95 else chance.randrange(57, 300)
    payload = "" if command == 2 and chance.random() < 0.8 else chance.choice(PAYLOADS)
    ack = chance.choice([0, 0, 0, 0, 1, 2]) if chance.random() < 0.3 else 0
    line = spoil(f"{chance.choice([0, 1, 12, 254, 255, 300])};{child};{command};{ack};{kind};{payload}")
    # 2.4 knows one value more; its number is left out here.
    try:
        message = Message(line)
        if message.sub_type == 58:
            return None
        message.validate("2.2")
    except Exception:
        return line + "\n", None
    command = my.MessageType(message.type)
    kind = {0: my.Presentation, 1: my.SetReq, 2: my.SetReq, 3: my.Internal, 4: my.Stream}[message.type](message.sub_type)
    return line + "\n", {
        "node_id": message.node_id, "child_id": message.child_id, "command": message.type, "command_name": command.name,
        "ack": message.ack, "type": message.sub_type, "type_name": kind.name, "payload": Message(line).payload}


# RFLink

WORDS = ["NewKaku", "Kaku", "UPM/Esic", "Oregon TempHygro", "SmokeAlert", "Pir", "SelectPlus", "X10", "Alecto V1",
         "Cresta", "AB", "Dooya_V4", "FA500"]


def rflink():
    if chance.random() < 0.1:
        text = chance.choice(["PONG", "OK", "CMD UNKNOWN", "RFDEBUG=ON", "QRFDEBUG=OFF", "setGPIO=OFF",
                              "VER=1.1;REV=37;BUILD=01", "DEBUG;Pulses=90;Pulses(uSec)=1200,2760",
                              "Nodo RadioFrequencyLink - RFLink Gateway V1.1 - R46", "RFLink Gateway",
                              "Debug;RTS P1;a63f33003cf000665a5a", "DISPLAY=ON"])
        line = spoil(f"20;{chance.randrange(256):02X};{text};")
    else:
        parts = [f"20;{chance.randrange(256):02X}", chance.choice(WORDS), "ID=" + f"{chance.randrange(1 << 24):x}"]
        for key in chance.sample(sorted(PACKET_FIELDS), chance.randint(0, 4)):
            value = chance.choice([f"{chance.randrange(65536):04x}", f"{chance.randrange(100):02d}", "OK", "ON", "ALLOFF",
                                   f"{chance.randrange(16)}", "800d", "SET_LEVEL=2"])
            parts.append(f"{key.upper()}={value}")
        if chance.random() < 0.4:
            parts.append(f"SWITCH={chance.randrange(17):x}")
        line = spoil(";".join(parts) + ";")
    if not valid_packet(line) or not line.isascii():
        return line + "\r\n", None
    try:
        return line + "\r\n", decode_packet(line)
    except Exception:
        return line + "\r\n", None


# DSMR

KINDS = {"V2_2": "/ISk5\\2MT382-1004", "V4": "/KFM5KAIFA-METER", "V5": "/ISK5\\2M550T-1012",
         "BELGIUM_FLUVIUS": "/FLU5\\253769484_A", "LUXEMBOURG_SMARTY": "/Lux5\\253663629_D",
         "SWEDEN": "/ELL5\\253833635_A", "Q3D": "/ESY5Q3DA1004 V3.04", "ISKRA_IE": "/ISk5\\2MIE5T-200",
         "EON_HUNGARY": "/SAG5SAG-METER"}
# Without these another kind is meant.
NEEDED = {"P1_MESSAGE_HEADER", "BELGIUM_VERSION_INFORMATION", "LUXEMBOURG_EQUIPMENT_IDENTIFIER", "COSEM_LOGICAL_DEVICE_NAME",
          "ELECTRICITY_REACTIVE_IMPORTED_TOTAL", "EQUIPMENT_IDENTIFIER_GAS", "P1_MESSAGE_TIMESTAMP",
          "Q3D_EQUIPMENT_IDENTIFIER"}


def when():
    day = f"{chance.randrange(15, 30):02d}{chance.randint(1, 12):02d}{chance.randint(1, 28):02d}"
    if chance.random() < 0.2:
        day = chance.choice(["240331", "241027", "251026", "250330", "632525", "700101"])
    return f"{day}{chance.randrange(24):02d}{chance.randrange(60):02d}{chance.randrange(60):02d}{chance.choice('SW')}"


def number():
    return f"{chance.randrange(100000):06d}.{chance.randrange(1000):03d}"


def value(parser, kind):
    if isinstance(parser, ProfileGenericParser):
        n = chance.randrange(0, 4)
        return f"({n})(0-0:96.7.19)" + "".join(f"({when()})({chance.randrange(10**9):010d}*s)" for _ in range(n))
    if isinstance(parser, MaxDemandParser):
        n = chance.randrange(0, 4)
        return f"({n})(1-0:1.6.0)(1-0:1.6.0)" + "".join(f"({when()})({when()})({number()}*kW)" for _ in range(n))
    names = [f.coerce_type.__name__ for f in parser.value_formats]
    if len(names) == 7:
        return f"({when()[:12]})(00)(60)(1)(0-1:24.2.1)(m3)\r\n({number()})"
    groups = []
    for name in names:
        groups.append({"str": chance.choice(["0001", "4530303434", "", "1"]), "int": f"{chance.randrange(1000):05d}",
                       "Decimal": number() + chance.choice(["*kWh", "*kW", "*V", ""]), "timestamp": when()}[name])
    return "".join(f"({group})" for group in groups)


def plain(thing):
    if isinstance(thing, list):
        return [json.loads(item.to_json()) for item in thing]
    return json.loads(thing.to_json())


def dsmr():
    kind = chance.choice(sorted(KINDS))
    specification = getattr(specifications, kind)
    lines = [KINDS[kind], ""]
    for entry in specification["objects"]:
        name = entry["value_name"]
        if name not in NEEDED and chance.random() < 0.3:
            continue
        code = re.sub(r"^\^|\.\+\?\\r\\n|\\", "", entry["obis_reference"]).split(":", 1)[1]
        code = re.sub(r"\[(.)(.)\]", lambda match: chance.choice(match.groups()), code)
        bus = name.startswith(("MBUS", "GAS", "HOURLY", "VALVE", "DEVICE_TYPE")) or (
            name == "EQUIPMENT_IDENTIFIER_GAS" and kind != "ISKRA_IE")
        place = f"0-{chance.randint(1, 4)}" if bus else chance.choice(["1-0", "0-0"])
        if name == "BELGIUM_EQUIPMENT_IDENTIFIER" or kind == "ISKRA_IE" and name == "EQUIPMENT_IDENTIFIER_GAS":
            place = "0-0"
        text = value(entry["value_parser"], kind)
        if name == "P1_MESSAGE_HEADER":
            text = {"V4": "(42)", "V5": "(50)"}.get(kind, "(42)")
        if kind == "SWEDEN" and name == "P1_MESSAGE_HEADER":
            continue
        lines.append(f"{place}:{code}{'*255' if kind == 'Q3D' else ''}{text}")
    body = "\r\n".join(lines) + "\r\n!"
    checksum = f"{TelegramParser.crc16(body):X}" if specification["checksum_support"] else ""
    if chance.random() < 0.5:
        checksum = checksum.rjust(4, "0") if checksum else ""
    telegram = body + checksum + "\r\n"
    if checksum and chance.random() < 0.15:
        place = chance.randrange(1, len(body) - 1)
        telegram = telegram[:place] + chance.choice("0123456789") + telegram[place + 1:]
    try:
        parsed = TelegramParser(specification).parse(telegram)
    except Exception:
        return telegram, None
    decoded = {"header": telegram.split("\r\n")[0], "crc16": checksum.rjust(4, "0") if checksum else None,
               "objects": {name: plain(thing) for name, thing in parsed}}
    if checksum and len(checksum) < 4:
        decoded["crc_text"] = checksum
    return telegram, decoded


for name, make in (("mysensors", mysensors), ("rflink", rflink), ("dsmr", dsmr)):
    made = 0
    while made < (count if name != "dsmr" else (count + 3) // 4):
        made += 1
        result = make()
        if result:
            print(json.dumps({"protocol": name, "frame": result[0], "decoded": result[1]}, separators=(",", ":")))
