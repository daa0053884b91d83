internal import GatewayCore

/// What is due when, in order of time and then of asking.
struct Agenda<Item> {
    private struct Entry {
        /// Nanoseconds: comparing them is most of the agenda's work.
        var at: Int64
        var order: Int
        /// Where the item is kept: items are large, and a heap moves its entries about.
        var place: Int

        func isBefore(_ other: Entry) -> Bool { at == other.at ? order < other.order : at < other.at }
    }

    /// A binary heap, the earliest first.
    private var heap: [Entry] = []
    private var items: [Item?] = []
    private var freePlaces: [Int] = []
    private var asked = 0

    var nextTime: Duration? { heap.first.map { .nanoseconds($0.at) } }

    mutating func add(_ item: Item, at time: Duration) {
        asked += 1
        let place = freePlaces.popLast() ?? items.count
        if place < items.count { items[place] = item } else { items.append(item) }
        heap.append(Entry(at: time.nanoseconds, order: asked, place: place))
        var child = heap.count - 1
        while child > 0, heap[child].isBefore(heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func takeNext() -> Item? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        freePlaces.append(first.place)
        return items[first.place].take()
    }

    /// Brings the first entry to where it belongs.
    private mutating func sink() {
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child].isBefore(heap[least]) { least = child }
            }
            if least == parent { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
