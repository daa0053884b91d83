import Testing

@testable import MQTTIntake

@Suite struct PublicationQueueTests {
    func publication(_ topic: String, _ payload: UInt8 = 0, isEssential: Bool = true) -> Publication {
        Publication(topic: topic, payload: [payload], isEssential: isEssential)
    }

    @Test func `what is not essential gives way and is counted`() {
        let queue = PublicationQueue()
        for index in 0..<MQTTLimits.queuedPublications {
            #expect(queue.append(publication("t\(index)", isEssential: false)))
        }
        #expect(!queue.append(publication("one more", isEssential: false)))
        #expect(queue.append(publication("lamp")))
        #expect(queue.dropped == 1)
    }

    @Test func `essential ones have a limit too`() {
        let queue = PublicationQueue()
        for _ in 0..<MQTTLimits.queuedEssentialPublications { _ = queue.append(publication("lamp")) }
        #expect(!queue.append(publication("lamp")))
        #expect(queue.dropped == 1)
    }

    @Test func `of each topic the newest is kept, in order`() {
        let queue = PublicationQueue()
        for (topic, payload) in [("lamp", 1), ("siren", 2), ("lamp", 3)] as [(String, UInt8)] {
            _ = queue.append(publication(topic, payload))
        }
        queue.keepNewestOfEachTopic()
        #expect(queue.take(10) == [publication("siren", 2), publication("lamp", 3)])
        #expect(queue.isEmpty)
    }
}
