package import GatewayCore

/// A unit in which a device measures. Written as in UCUM, where that is a word people type.
package enum MeasuredUnit: String, Codable, CaseIterable, Sendable {
    case celsius = "Cel"
    case fahrenheit = "degF"
    case kelvin = "K"
    case percent = "%"
    case volt = "V"
    case millivolt = "mV"
    case watt = "W"
    case milliwatt = "mW"
    case kilowatt = "kW"
    case kilowattHour = "kWh"
    case wattHour = "Wh"
    case wattMinute = "Wmin"
    case joule = "J"
    case kilogram = "kg"
    case gram = "g"
    case pound = "lb"
    case hectopascal = "hPa"
    case kilopascal = "kPa"
    case pascal = "Pa"
    case millibar = "mbar"
    case millimetreOfMercury = "mmHg"
    case milligramPerDecilitre = "mg/dL"
    case millimolePerLitre = "mmol/L"
    case lux = "lx"
    case partsPerMillion = "ppm"
    case perMinute = "/min"
    case perSecond = "/s"

    /// A number in this unit, made one in another: (number + `before`) × `factor`.
    struct Conversion: Hashable, Sendable {
        var before = 0.0
        var factor = 1.0

        func apply(toThousandths number: Double) -> Double { (number + before * 1_000) * factor }
    }

    /// Whether a number in this unit can be one of the capability.
    package func fits(_ capability: Capability) -> Bool { conversion(to: capability) != nil }

    /// Nil for what measures something else.
    func conversion(to capability: Capability) -> Conversion? {
        switch (capability.unit, self) {
        case ("Cel", .celsius), ("%", .percent), ("V", .volt), ("W", .watt), ("kW.h", .kilowattHour),
            ("kg", .kilogram), ("hPa", .hectopascal), ("hPa", .millibar), ("mm[Hg]", .millimetreOfMercury),
            ("lx", .lux), ("[ppm]", .partsPerMillion), ("/min", .perMinute), ("mg/dL", .milligramPerDecilitre):
            Conversion()
        case ("Cel", .fahrenheit): Conversion(before: -32, factor: 5.0 / 9)
        case ("Cel", .kelvin): Conversion(before: -273.15)
        case ("V", .millivolt), ("W", .milliwatt), ("kW.h", .wattHour), ("kg", .gram): Conversion(factor: 0.001)
        case ("W", .kilowatt): Conversion(factor: 1_000)
        case ("kW.h", .wattMinute): Conversion(factor: 1.0 / 60_000)
        case ("kW.h", .joule): Conversion(factor: 1.0 / 3_600_000)
        // The international pound of 1959.
        case ("kg", .pound): Conversion(factor: 0.453_592_37)
        case ("hPa", .kilopascal): Conversion(factor: 10)
        case ("hPa", .pascal): Conversion(factor: 0.01)
        case ("hPa", .millimetreOfMercury): Conversion(factor: 1.333_223_874_15)
        case ("mm[Hg]", .kilopascal): Conversion(factor: 1 / 0.133_322_387_415)
        // Only glucose is told in it: 180.156 g/mol.
        case ("mg/dL", .millimolePerLitre): Conversion(factor: 18.0156)
        case ("/min", .perSecond): Conversion(factor: 60)
        default: nil
        }
    }

    /// The units in which a device can measure it.
    package static func all(for capability: Capability) -> [MeasuredUnit] {
        allCases.filter { $0.fits(capability) }
    }
}
