import LinuxSupport
import Testing

@testable import MQTTIntake

@Suite struct ArrivalReceiptTests {
    @Test func `the first answer counts and wakes the thread`() throws {
        let wakeUp = try WakeUp()
        let receipt = ArrivalReceipt(wakeUp: wakeUp)
        #expect(receipt.answer == .none)
        receipt.recorded()
        #expect(wakeUp.drain())
        receipt.failed()
        #expect(receipt.answer == .recorded)
        #expect(!wakeUp.drain())
    }
}
