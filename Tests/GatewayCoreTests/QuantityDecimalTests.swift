import GatewayCore
import Testing

struct QuantityDecimalTests {
    @Test(arguments: [
        ("21.5", 21_500), ("-3", -3_000), ("0.005", 5), ("007", 7_000), ("999999999999.999", 999_999_999_999_999),
    ])
    func `a number as people write it`(text: String, thousandths: Int64) {
        #expect(Quantity(decimal: text)?.thousandths == thousandths)
    }

    @Test(arguments: ["", "-", ".", "1.", ".5", "+1", "--1", "1e3", "1,5", "1.2345", "1.2.3", "1234567890123", "٣", " 1"])
    func `anything else is none`(text: String) {
        #expect(Quantity(decimal: text) == nil)
    }

    @Test func `what is written reads back`() {
        for thousandths: Int64 in [0, 1, -1, 999, -1_000, 12_345_678, -999_999_999_999_999] {
            let quantity = Quantity(thousandths: thousandths)
            #expect(Quantity(decimal: quantity.description) == quantity)
        }
    }
}
