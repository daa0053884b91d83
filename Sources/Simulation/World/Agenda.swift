/// What is due when, in order of time and then of asking.
struct Agenda<Item> {
    private struct Entry {
        var at: Duration
        var order: Int
        var item: Item

        func isBefore(_ other: Entry) -> Bool { (at, order) < (other.at, other.order) }
    }

    /// A binary heap, the earliest first.
    private var heap: [Entry] = []
    private var asked = 0

    var nextTime: Duration? { heap.first?.at }

    mutating func add(_ item: Item, at time: Duration) {
        asked += 1
        heap.append(Entry(at: time, order: asked, item: item))
        var child = heap.count - 1
        while child > 0, heap[child].isBefore(heap[(child - 1) / 2]) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func takeNext() -> Item? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first.item }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count {
                if heap[child].isBefore(heap[least]) { least = child }
            }
            if least == parent { return first.item }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
