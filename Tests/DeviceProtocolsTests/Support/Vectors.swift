import Foundation

/// The copied test data.
enum Vectors {
    static func contents(_ file: String) throws -> Foundation.Data {
        try Foundation.Data(
            contentsOf: Bundle.module.bundleURL.appendingPathComponent("Vectors").appendingPathComponent(file))
    }

    static func lines(_ file: String) throws -> [Foundation.Data] {
        try contents(file).split(separator: UInt8(ascii: "\n")).map { Foundation.Data($0) }
    }
}
