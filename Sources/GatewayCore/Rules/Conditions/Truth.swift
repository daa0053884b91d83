/// Kleene's three values: what is unknown is neither true nor false.
package enum Truth: String, Codable, CaseIterable, Sendable {
    case unknown, no, yes

    package init(_ isTrue: Bool) {
        self = isTrue ? .yes : .no
    }

    package static prefix func ! (truth: Truth) -> Truth {
        switch truth {
        case .yes: .no
        case .no: .yes
        case .unknown: .unknown
        }
    }

    /// True when both are, false when either is false.
    package static func && (left: Truth, right: Truth) -> Truth {
        if left == .no || right == .no { return .no }
        return left == .yes && right == .yes ? .yes : .unknown
    }

    /// True when either is, false when both are false.
    package static func || (left: Truth, right: Truth) -> Truth {
        !(!left && !right)
    }

    /// Whether at least so many of them are true: known as soon as the unknown ones cannot change it.
    package static func atLeast(_ count: Int, of truths: some Sequence<Truth>) -> Truth {
        var certain = 0
        var possible = 0
        for truth in truths {
            if truth == .yes { certain += 1 }
            if truth != .no { possible += 1 }
        }
        if certain >= count { return .yes }
        return possible < count ? .no : .unknown
    }
}
