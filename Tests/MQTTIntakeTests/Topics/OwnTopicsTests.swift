import GatewayCore
import Testing

@testable import MQTTIntake

@Suite struct OwnTopicsTests {
    let topics = OwnTopics("pullcord")

    @Test func `only what lies below the own topic is the gateway's own`() {
        #expect(topics.contains("pullcord/status"))
        #expect(!topics.contains("pullcords/status"))
        #expect(!topics.contains("pullcord"))
    }

    @Test(arguments: [
        ("pullcord/acknowledge/anna", "anna"), ("pullcord/acknowledge/mill-valley.2", "mill-valley.2"),
    ])
    func `a contact is the last level of the topic`(topic: String, contact: String) {
        #expect(topics.acknowledgingContact(topic) == ContactID(contact))
    }

    @Test(arguments: [
        "pullcord/acknowledge/", "pullcord/acknowledge", "pullcord/acknowledge/a/b", "pullcord/acknowledge/Anna",
        "pullcord/acknowledge/a b", "other/acknowledge/anna",
        "pullcord/acknowledge/" + String(repeating: "a", count: Limits.identifierLength + 1),
    ])
    func `what is no contact's name is no acknowledgement`(topic: String) {
        #expect(topics.acknowledgingContact(topic) == nil)
    }
}
