/// Real frames and messages, which are then spoilt.
enum FuzzCorpus {
    /// By the protocol's name; a protocol that has none of its own is fed with all of them.
    static func frames(of name: String) -> [[UInt8]] {
        frames[name] ?? frames.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    private static let frames: [String: [[UInt8]]] = [
        "rfxtrx": [
            "082008180a2b3c0659", "082008190a2b3c0759", "08200300a109000670", "0b11002a0123456705020870",
            "0a520211700280a72d0089", "0913002a123456015e70", "0d010001025345000c2f01010000", "0710013d43010150",
            "1c21020000000000131211c30000000000000000000000000000000045", "0a71001f21d100201fa460",
            "09030104280ab7660470", "0a16000000000000000000",
        ].map(bytes),
        "enocean": [
            "55000707017af650002989793001ffffffff37009d", "55000707017af600002989792002ffffffff4a0003",
            "55000707017ad50801825dab0001ffffffff360053", "55000a0701eba508284680018a7b300001ffffffff490026",
            "550009070156d20400000194e3b90001ffffffff4000bf", "5500050002ce00ff800000da", "5500010004770107",
            "55000f07012bd2dddddddddddddddddd008035c40003ffffffff4d0036", "55000c0007ef000407ffffffffff0000000065",
        ].map(bytes),
        "json_lines": [
            #"{"device":"present","action":"emergency"}"# + "\n", #"{"device":"present","action":""}"# + "\n",
            #"{"device":"other","temperature":21.5,"battery":87}"# + "\r\n",
        ].map { Array($0.utf8) },
        "mysensors": [
            "0;255;3;0;14;Gateway startup complete.\n", "1;1;1;0;16;1\n", "1;255;3;0;0;87\n", "1;2;1;0;0;21.5\n",
        ].map { Array($0.utf8) },
        "rflink": [
            "20;00;Nodo RadioFrequencyLink - RFLink Gateway V1.1 - R46;\r\n", "20;12;Pir;ID=aa66;PIR=ON;\r\n",
            "20;63;SmokeAlert;ID=123456;SMOKEALERT=ON;\r\n", "20;2D;UPM/Esic;ID=0001;TEMP=00cf;HUM=16;BAT=OK;\r\n",
        ].map { Array($0.utf8) },
        "dsmr": [
            "/ISk5\\2MT382-1000\r\n\r\n1-0:1.8.1(00000.123*kWh)\r\n1-0:1.7.0(00.244*kW)\r\n!\r\n",
            "/KFM5KAIFA-METER\r\n\r\n1-3:0.2.8(42)\r\n0-0:1.0.0(170102192002W)\r\n1-0:1.7.0(00.244*kW)\r\n!6EEE\r\n",
        ].map { Array($0.utf8) },
        "cms50": ["8020414161", "01e080a0c1e1a2c1e1"].map(bytes),
    ]

    static let messages: [[UInt8]] = [
        #"{"action":"emergency","battery":null,"linkquality":90}"#, #"{"action":"","battery":87,"linkquality":90}"#,
        #"{"contact":true,"voltage":3005,"temperature":21.4,"last_seen":"2026-11-22T17:30:00Z"}"#,
        #"{"state":"online"}"#, "online", "ON", "21.5", "true", #""on""#,
        #"{"Time":"2021-01-13T23:58:41","DS18B20":{"Id":"030597946B04","Temperature":20.9},"TempUnit":"C"}"#,
        #"{"id":0,"alarm":true,"mute":false,"params":{"events":[{"component":"input:0","event":"single_push"}]}}"#,
        #"{"time":"2020-01-01 00:00:00","model":"X10-Security","id":"6a5e","event":"MOTION","battery_ok":1}"#,
        #"{"type":"ATTR","data":{"bp_high":120,"bp_low":78,"pr":71}}"#,
    ].map { Array($0.utf8) }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
